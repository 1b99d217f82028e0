/** An id of a person (29:) or of a channel (19:) in a log, and not the minutes of a time of day (22:29:45). */
export const teamsId = /\b(?:19|29):(?!\d\d\b)/;
