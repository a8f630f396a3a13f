# As grouping.py, with R's data.table: `Rscript grouping.R FOLDER RUNS`.

arguments <- commandArgs(TRUE)
script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
source(file.path(dirname(sub("^--file=", "", script)), "timing.R"))
suppressMessages(library(data.table))

path <- file.path(arguments[1], "ged.csv")
columns <- c("type_of_violence", "date_prec", "date_start", "side_b", "best")
work <- function() {
    events <- fread(path, select = columns, showProgress = FALSE)
    events <- events[type_of_violence == 1 & date_prec <= 2]
    day <- as.IDate(substr(as.character(events$date_start), 1, 10))
    # 1970-01-05 was a Monday.
    events[, week := day - (as.integer(day) - 4L) %% 7L]
    events[, .(events = .N, deaths = sum(best)), keyby = .(week, side_b)]
}
label <- paste("R", getRversion(), "data.table", packageVersion("data.table"))
measure(label, work, function(table) {
    list(groups = nrow(table), events = sum(table$events), deaths = sum(table$deaths))
}, as.integer(arguments[2]))
