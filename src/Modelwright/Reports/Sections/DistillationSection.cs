using System.Globalization;
using Modelwright.Recording;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>A small model beside the one it learned from.</summary>
internal static class DistillationSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Distillation is not { } found)
        {
            yield break;
        }

        var title = ReportGround.TitleOf(found.Metric);
        yield return new Prose(found.Meaning.Replace(found.Metric, title, StringComparison.Ordinal));
        yield return Grid.Of("Teacher and student", $"model|learner|>{title}|95 % interval|>size|>one row",
        [
            Row("teacher", found.Teacher, found.Figures[0]),
            Row("student, shipped", found.Student, found.Figures[1]),
            Row("student without teacher", found.Untaught, found.Figures[2]),
        ]) with { Note = $"Student less teacher: {Said(found.StudentAndTeacher)}. Student less itself without a teacher: {Said(found.StudentAndUntaught)}. All on the same {Numbers.Count(found.Figures[1].Rows)} unseen rows, before calibration." };
    }

    private static string[] Row(string name, EvidenceChoice model, Figure score) =>
    [
        name, model.Title, Value(score.Value), $"{Value(score.Lower)} … {Value(score.Upper)}", Size(model.SizeBytes), string.Create(CultureInfo.InvariantCulture, $"{model.LatencyMicroseconds:0.#} us"),
    ];

    private static string Said(MetricDifference difference) => $"{Value(difference.Difference)} ({Value(difference.Lower)} … {Value(difference.Upper)})";

    private static string Value(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{Numbers.Brief(bytes / 1000.0)} KB" : $"{Numbers.Brief(bytes / 1e6)} MB";
}
