# As timing.py: one line of JSON with the seconds of each run and the answer.

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
list_of <- function(x) paste0("[", paste(number(as.numeric(x)), collapse = ","), "]")

measure <- function(name, work, answer, runs = 5, batch = 1) {
    found <- answer(work())
    seconds <- numeric(runs)
    for (run in seq_len(runs)) {
        started <- proc.time()[["elapsed"]]
        for (turn in seq_len(batch)) work()
        seconds[run] <- (proc.time()[["elapsed"]] - started) / batch
    }
    fields <- paste0("\"", names(found), "\":", vapply(found, list_of, ""), collapse = ",")
    cat("{\"name\":\"", name, "\",\"seconds\":", list_of(seconds), ",\"answer\":{", fields, "}}\n", sep = "")
}
