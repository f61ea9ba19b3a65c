// Medians and ratios as Markdown tables, every single figure as JSON.

#define _GNU_SOURCE
#include "mock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const struct figure_name figure_names[FIGURES] = {
    [START_WALL] = {"start_wall", "ns"}, [START_CPU] = {"start_cpu", "ns"},
    [START_FAULTS] = {"start_page_faults", "count"}, [START_RESIDENT] = {"start_resident", "KB"},
    [WARM_MEDIAN] = {"warm_median", "ns"}, [WARM_P99] = {"warm_p99", "ns"},
    [WARM_CPU] = {"warm_cpu", "ns"}, [MOCK_CPU] = {"mock_cpu", "ns"},
    [LOOP_RESIDENT] = {"loop_resident", "KB"}, [LARGE_WALL] = {"large_wall", "ns"},
    [LARGE_RESIDENT] = {"large_resident", "KB"}, [SETTLED_RESIDENT] = {"settled_resident", "KB"},
    [PEAK_RESIDENT] = {"peak_resident", "KB"}, [THREADS] = {"threads", "count"},
    [DESCRIPTORS_START] = {"start_descriptors", "count"}, [DESCRIPTORS_END] = {"end_descriptors", "count"},
};

static int compare(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

double median(const double *values, long count) {
    double sorted[count];
    memcpy(sorted, values, sizeof sorted);
    qsort(sorted, count, sizeof *sorted, compare);
    return count % 2 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
}

// The median over the repeats of one figure, or of its quotient by the first function's in the same repeat:
// what slows the machine down for a while slows both.
static double over_repeats(const struct plan *plan, double (*figures)[FIGURES], int function, int figure, bool ratio) {
    double values[plan->repeats];
    for (long repeat = 0; repeat < plan->repeats; repeat++) {
        double (*row)[FIGURES] = figures + repeat * plan->function_count;
        double base = ratio ? row[0][figure] : 1;
        values[repeat] = base > 0 ? row[function][figure] / base : 0;
    }
    return median(values, plan->repeats);
}

void print_tables(const struct plan *plan, double (*figures)[FIGURES]) {
    #define MEDIAN(figure) over_repeats(plan, figures, f, figure, false)
    #define RATIO(figure) over_repeats(plan, figures, f, figure, true)

    bool warm = plan->warm > 0;
    printf("\n| function | start, ms | its CPU, ms | ratio | page faults |%s\n",
           warm ? " warm, us | 99th percentile | CPU per invocation, us | ratio |" : "");
    printf("|---|---:|---:|---:|---:|%s\n", warm ? "---:|---:|---:|---:|" : "");
    for (int f = 0; f < plan->function_count; f++) {
        printf("| %s | %.2f | %.2f | %.2f | %.0f |", plan->functions[f].label, MEDIAN(START_WALL) / 1e6,
               MEDIAN(START_CPU) / 1e6, RATIO(START_CPU), MEDIAN(START_FAULTS));
        if (warm)
            printf(" %.1f | %.1f | %.1f | %.2f |", MEDIAN(WARM_MEDIAN) / 1e3, MEDIAN(WARM_P99) / 1e3,
                   MEDIAN(WARM_CPU) / 1e3, RATIO(WARM_CPU));
        putchar('\n');
    }

    bool large = plan->large.length > 0;
    printf("\n| function | resident at start, KB | after %ld |", plan->skip + plan->warm);
    if (large) printf(" after %.1f MB | settled | the large one, ms |", plan->large.length / 1e6);
    printf(" peak | threads | descriptors at start, end | file, MB |\n|---|---:|---:|%s---:|---:|---:|---:|\n",
           large ? "---:|---:|---:|" : "");
    for (int f = 0; f < plan->function_count; f++) {
        struct stat file = {0};
        stat(plan->functions[f].path, &file);
        printf("| %s | %.0f | %.0f |", plan->functions[f].label, MEDIAN(START_RESIDENT), MEDIAN(LOOP_RESIDENT));
        if (large)
            printf(" %.0f | %.0f | %.1f |", MEDIAN(LARGE_RESIDENT), MEDIAN(SETTLED_RESIDENT), MEDIAN(LARGE_WALL) / 1e6);
        printf(" %.0f | %.0f | %.0f, %.0f | %.2f |\n", MEDIAN(PEAK_RESIDENT), MEDIAN(THREADS),
               MEDIAN(DESCRIPTORS_START), MEDIAN(DESCRIPTORS_END), file.st_size / 1e6);
    }
}

void write_json(const struct plan *plan, double (*figures)[FIGURES]) {
    FILE *file = fopen(plan->record, "w");
    if (!file) fail("cannot write %s: %s", plan->record, strerror(errno));
    fprintf(file, "{\"event_bytes\":%zu,\"large_bytes\":%zu,\"skip\":%ld,\"warm\":%ld,\"settle\":%ld,\"cpu\":%d,\"lives\":[",
            plan->event.length, plan->large.length, plan->skip, plan->warm, plan->settle, plan->cpu);
    for (long life = 0; life < plan->repeats * plan->function_count; life++) {
        fprintf(file, "%s\n{\"function\":\"%s\",\"repeat\":%ld", life ? "," : "",
                plan->functions[life % plan->function_count].label, life / plan->function_count);
        for (int figure = 0; figure < FIGURES; figure++)
            fprintf(file, ",\"%s_%s\":%.0f", figure_names[figure].key, figure_names[figure].unit, figures[life][figure]);
        fputc('}', file);
    }
    fputs("\n]}\n", file);
    if (fclose(file) != 0) fail("cannot write %s: %s", plan->record, strerror(errno));
}
