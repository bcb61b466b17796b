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
            Written by `bench/Modelwright.Quality stream` on the electricity-price stream (Elec2: New South Wales, half-hours in order; the column `date` is left out). The first model
            is chosen among the linear model and LightGBM in their first settings on the first 30 days, validated forward in time. Windows are weeks. After each, a challenger by the same plan is fitted on the 30 days before
            the last half week, which judges; it is promoted where it is not worse by more than 0.02 of log loss, and then fitted once more with those rows. Nobody touches the loop between the first window and the last. Labels are known when their window is over; the column of the row with label has the one of half an hour before.
            Every row is answered before its label is used. Length of windows and history were chosen on the first 16,000 rows, among eight pairs; the second line of each course is what came after them.

            | columns | chosen | rows | loop | first model, frozen | last label repeated | windows | promoted | gone back | seconds | aim kept |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |

            """);
        foreach (var course in courses)
        {
            var back = course.Decisions.Count(decision => decision.Holdout == "shadow");
            var tail = string.Create(CultureInfo.InvariantCulture, $"{course.Windows} | {course.Decisions.Count(decision => decision.Promote) - back} | {back} | {course.Seconds:0}");
            foreach (var (place, scores) in course.Scores.Index())
            {
                page.Append(CultureInfo.InvariantCulture, $"| {(place > 0 ? "what came later" : course.HasLabel ? "with the label before" : "as they are")} | {(place > 0 ? "" : course.Chosen)} | {scores.Rows} | {100 * scores.Loop:0.0} % | {100 * scores.Frozen:0.0} % | {100 * scores.Repeated:0.0} % | {(place > 0 ? " |  |  | " : tail)} | {(course.Reaches(scores) ? "yes" : "no")} |\n");
            }
        }

        return page.Append("\nThe aims: without the label five points over the frozen model; with it more than the last label repeated.\n").ToString();
    }
}
