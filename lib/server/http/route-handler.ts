/** A route handler as Next calls it. */
export type RouteHandler = (request: Request, route: { params: Promise<unknown> }) => Promise<Response>
