/** The first column of a table that scrolls sideways on a narrow screen: it stays in sight. */
export const stickyColumn = 'sticky left-0 z-[1] bg-paper max-lg:-ml-4 max-lg:max-w-36 max-lg:pl-4'
