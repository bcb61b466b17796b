using System.Globalization;
using System.Text;

namespace Modelwright.Quality.Streaming;

/// <summary>The page about the loop on a real stream.</summary>
internal static class StreamPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(IReadOnlyList<StreamCourse> courses)
    {
        var page = new StringBuilder("""
            # Retraining, measured
            Written by `bench/Modelwright.Quality stream` on the electricity-price stream (Elec2: New South Wales, half-hours in order; the column `date` is left out). The first model is LightGBM in its
            first setting, on the first 30 days. Windows are two weeks. After each, a challenger by the same plan is fitted on the 60 days before
            the last week, which judges; it is promoted where it is not worse by more than 0.02 of log loss, and then fitted once more with that week. Nobody touches the loop between the first window and the last. Labels are known when their window is over; the column of the row with label has the one of half an hour before.
            Every row is answered before its label is used.

            | columns | rows | loop | first model, frozen | last label repeated | windows | promoted | gone back | seconds | aim kept |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |

            """);
        foreach (var course in courses)
        {
            var back = course.Decisions.Count(decision => decision.Holdout == "shadow");
            page.Append(CultureInfo.InvariantCulture, $"| {(course.HasLabel ? "with the label before" : "as they are")} | {course.Rows} | {100 * course.Score:0.0} % | {100 * course.Frozen:0.0} % | {100 * course.Repeated:0.0} % | {course.Windows} | {course.Decisions.Count(decision => decision.Promote) - back} | {back} | {course.Seconds:0} | {(course.IsReached ? "yes" : "no")} |\n");
        }

        return page.Append("\nThe aims: without the label five points over the frozen model; with it more than the last label repeated.\n").ToString();
    }
}
