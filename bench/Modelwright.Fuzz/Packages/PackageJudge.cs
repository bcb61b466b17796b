using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz.Packages;

/// <summary>A package is refused by an <see cref="ArtifactException"/>, or it answers rows of its own schema soundly and in every way alike.</summary>
internal static class PackageJudge
{
    private const double SumTolerance = 1e-9;

    /// <summary>Judges the bytes of a package.</summary>
    internal static Verdict Judge(byte[] input) => Verdict.Of<ArtifactException>(() => Wrong(Load(input)));

    private static Package Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Package.Load(stream);
    }

    private static byte[] Save(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }

    // What loaded is past the door: from here on no refusal is expected.
    private static string? Wrong(Package package)
    {
        try
        {
            var saved = Save(package);
            var again = Load(saved);
            return !Save(again).AsSpan().SequenceEqual(saved) ? "a loaded package is saved in two ways"
                : again.ModelId != package.ModelId ? "a loaded package has another id when it is saved"
                : Predictions(package);
        }
        catch (ModelwrightException refusal)
        {
            return $"refused after it was loaded: {refusal.GetType().Name}: {refusal.Message}";
        }
    }

    private static string? Predictions(Package package)
    {
        var asked = Asked(package.Model);
        var rows = ProbeRows.Of(asked);
        using var predictor = new Predictor(package);
        var table = ProbeRows.Table(asked, rows);
        var all = predictor.Predict(table);
        if (!predictor.Predict(table).Outputs.AsSpan().SequenceEqual(all.Outputs))
        {
            return "the same rows have two answers";
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (Unsound(all, row) is { } unsound)
            {
                return unsound;
            }

            // Where rows are read in order, one alone has no answer.
            if (package.Model.Form is IReadsInOrder)
            {
                continue;
            }

            var alone = predictor.Predict(rows[row]);
            var answers = alone.Value is { } value ? [value] : alone.Probabilities.ToArray();
            if (!answers.AsSpan().SequenceEqual(all.Outputs.AsSpan(row * answers.Length, answers.Length)))
            {
                return $"row {row} has another answer alone than among others";
            }
        }

        return null;
    }

    /// <summary>What reads in order also reads a time and a series, which are no features.</summary>
    private static Schema Asked(Model model) => model.Form is IReadsInOrder
        ? new([.. model.Schema.Columns.Select(spec => spec with { Role = model.Form.Info.Inputs.Any(input => input.Name == spec.Name) ? ColumnRole.Feature : ColumnRole.Ignore })])
        : model.Schema;

    private static string? Unsound(Predictions all, int row)
    {
        var width = Math.Max(1, all.Classes.Count);
        var answers = all.Outputs.AsSpan(row * width, width);
        var sum = 0.0;
        foreach (var answer in answers)
        {
            sum += answer;
            if (!double.IsFinite(answer) || (all.Classes.Count > 0 && answer is < 0 or > 1))
            {
                return FormattableString.Invariant($"answer {answer:R} is no {(all.Classes.Count > 0 ? "probability" : "number")}");
            }
        }

        return all.Classes.Count > 0 && Math.Abs(sum - 1) > SumTolerance ? FormattableString.Invariant($"probabilities add up to {sum:R}") : null;
    }
}
