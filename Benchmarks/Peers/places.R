# DBSCAN with R's dbscan, 2 km and ten places: `Rscript places.R FOLDER RUNS`.
# Twice: on a plane, which is the fastest it can be, and by the chord through the earth, which is the same question
# as the distance on the sphere.

arguments <- commandArgs(TRUE)
script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
source(file.path(dirname(sub("^--file=", "", script)), "timing.R"))
suppressMessages(library(dbscan))

earth <- 6371.0088
data <- read.csv(file.path(arguments[1], "pts.csv")) * pi / 180
plane <- earth * cbind(data$lat, data$lon * cos(40 * pi / 180))
space <- earth * cbind(cos(data$lat) * cos(data$lon), cos(data$lat) * sin(data$lon), sin(data$lat))
chord <- 2 * earth * sin(2 / earth / 2)

runs <- as.integer(arguments[2])
label <- function(what) paste0("R ", getRversion(), " dbscan ", packageVersion("dbscan"), ", ", what)
answer <- function(found) list(labels = found$cluster - 1)
measure(label("plane"), function() dbscan(plane, eps = 2, minPts = 10), answer, runs, batch = 20)
measure(label("chord"), function() dbscan(space, eps = chord, minPts = 10), answer, runs, batch = 20)
