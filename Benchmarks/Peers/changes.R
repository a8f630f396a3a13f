# Change points with R's changepoint, where somebody has installed it: `Rscript changes.R FOLDER RUNS`.

arguments <- commandArgs(TRUE)
script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
source(file.path(dirname(sub("^--file=", "", script)), "timing.R"))
suppressMessages(library(changepoint))

counts <- scan(file.path(arguments[1], "weekly.csv"), quiet = TRUE)
penalty <- 3 * log(length(counts))
work <- function() {
    cpt.meanvar(
        counts, penalty = "Manual", pen.value = penalty, method = "PELT", test.stat = "Poisson", minseglen = 4)
}
label <- paste("R", getRversion(), "changepoint", packageVersion("changepoint"))
measure(label, work, function(found) list(poisson = cpts(found)), as.integer(arguments[2]), batch = 20)
