/**
 * When each job runs (UTC), in graphile-worker's crontab. Every job may run twice or late without harm, and `jobKey`
 * keeps one of each waiting, so a worker that was away does not find a heap.
 */
export const crontab = `
* * * * * closeRewardEpochs ?jobKey=closeRewardEpochs&queue=rewards&max=3
*/10 * * * * rollUpHeartbeats ?jobKey=rollUpHeartbeats&max=3
17 3 * * * ensureHeartbeatPartitions ?jobKey=ensureHeartbeatPartitions&fill=1d
*/30 * * * * pruneNonces ?jobKey=pruneNonces&max=3
* * * * * refreshListings ?jobKey=refreshListings&max=3
*/10 * * * * refreshUptime ?jobKey=refreshUptime&max=3
*/2 * * * * valueFleet ?jobKey=valueFleet&max=3
*/10 * * * * readSources ?jobKey=readSources&max=3
* * * * * rollUpStatistics ?jobKey=rollUpStatistics&max=3
* * * * * refreshReferences ?jobKey=refreshReferences&max=3
* * * * * drawScenarios ?jobKey=drawScenarios&max=3
* * * * * refreshOpportunities ?jobKey=refreshOpportunities&max=3
* * * * * refreshSqueezes ?jobKey=refreshSqueezes&max=3
*/2 * * * * rollUpEntry ?jobKey=rollUpEntry&max=3
*/2 * * * * rollUpCirculation ?jobKey=rollUpCirculation&max=3
* * * * * evaluateWatches ?jobKey=evaluateWatches&max=3
`
