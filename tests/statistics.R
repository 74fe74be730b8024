# What R says of generated data: Rscript statistics.R SEED TABLES
#
# Prints one record a line, a word and numbers; NA where a variance is 0. tests/analysis/test_stats_reference.c reads them:
#   wilson X N LOW HIGH                           prop.test without continuity correction
#   spread N V1 … VN LOW MEDIAN HIGH              quantile, of R's own type
#   vote K B1 … BK A1 … AK P1 … PK D T C          dispersion of A, shift from B to A, concordance of A with P
#   table PEOPLE ITEMS / most … / person … (a line each) / item FACILITY DISCRIMINATION EFFICIENCY (a line each) / alpha
arguments <- as.integer(commandArgs(trailingOnly = TRUE))
set.seed(arguments[1])
tell <- function(word, ...) cat(word, sprintf("%.15g", c(...)), "\n")

for (i in 1:(4 * arguments[2])) {
    n <- sample(c(5:30, 200, 100000), 1)
    x <- sample(c(0, n, sample(0:n, 1)), 1)
    tell("wilson", x, n, suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int)
}

for (i in 1:(2 * arguments[2])) {
    values <- round(rnorm(sample(1:40, 1), 50, 20), sample(0:3, 1))
    tell("spread", length(values), values, quantile(values, c(0.25, 0.5, 0.75)))
}

for (i in 1:(2 * arguments[2])) {
    k <- sample(2:8, 1)
    before <- sample(0:12, k, replace = TRUE) + (1:k == 1)
    after <- sample(0:12, k, replace = TRUE) + (1:k == k)
    panel <- sample(0:9, k, replace = TRUE) + (1:k == 1)
    p <- before / sum(before)
    q <- after / sum(after)
    tell("vote", k, before, after, panel, (1 - sum(q^2)) / (1 - 1 / k), sum(abs(p - q)) / 2, sum(q * panel) / max(panel))
}

for (i in 1:arguments[2]) {
    people <- sample(c(5:12, 60), 1)
    items <- sample(1:8, 1)
    most <- sample(1:9, items, replace = TRUE)
    ability <- rnorm(people)
    scores <- sapply(most, function(m) pmin(m, pmax(0, round(m / 2 + ability * sample(c(-1, 0, 1, 1), 1) + rnorm(people)))))
    scores[, sample(items, 1)] <- if (i %% 5 == 0) most[1] * 0 else scores[, 1] # now and then all are alike
    scores <- pmin(scores, matrix(most, people, items, byrow = TRUE))
    tell("table", people, items)
    tell("most", most)
    for (person in 1:people) tell("person", scores[person, ])
    for (item in 1:items) {
        x <- scores[, item]
        rest <- rowSums(scores) - x
        alike <- var(x) == 0 || var(rest) == 0
        tell("item", 100 * mean(x) / most[item], if (alike) NA else 100 * cor(x, rest),
             if (alike) NA else 100 * cov(x, rest) / cov(sort(x), sort(rest)))
    }
    whole <- var(rowSums(scores))
    tell("alpha", if (items < 2 || whole == 0) NA else 100 * items / (items - 1) * (1 - sum(apply(scores, 2, var)) / whole))
}
