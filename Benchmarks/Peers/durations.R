# Kaplan-Meier, log-rank and Cox with R's survival: `Rscript durations.R FOLDER RUNS`.

arguments <- commandArgs(TRUE)
script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
source(file.path(dirname(sub("^--file=", "", script)), "timing.R"))
suppressMessages(library(survival))

data <- read.csv(file.path(arguments[1], "km.csv"))
runs <- as.integer(arguments[2])
label <- function(what) paste("R", getRversion(), "survival", packageVersion("survival"), what)

measure(label("survfit"), function() survfit(Surv(time, event) ~ 1, data), function(fit) {
    event <- fit$n.event > 0
    list(
        times = fit$time[event], survival = fit$surv[event],
        error = (fit$surv * fit$std.err)[event], lower = fit$lower[event], upper = fit$upper[event],
        median = quantile(fit, 0.5, conf.int = FALSE))
}, runs, batch = 100)

measure(label("survdiff"), function() survdiff(Surv(time, event) ~ group, data), function(test) {
    list(statistic = test$chisq)
}, runs, batch = 50)

measure(label("coxph"), function() coxph(Surv(time, event) ~ factor(group), data), function(model) {
    list(coefficients = coef(model), errors = sqrt(diag(vcov(model))), likelihoods = model$loglik)
}, runs, batch = 50)
