/** How many starts are drawn to see where learning ends, and for how long each learns. */
export const LEARNERS = 60
export const LEARNING_TIME = 200
/** For how long the chart follows one of them. */
export const CHART_TIME = 60
