using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Exporting;

/// <summary>Writes a package's model in another format, and proves before it stands there that it answers the same.</summary>
public static class ModelExport
{
    /// <summary>Exports a model.</summary>
    /// <param name="package">The package.</param>
    /// <param name="format">The format.</param>
    /// <param name="path">The file; one that is there is replaced, and only by a whole one that answers as the model does.</param>
    /// <param name="rows">More rows to prove it on, as a source gave them; null for the check rows of the package alone.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>What was written and how near its answers are, or the parts that cannot be said.</returns>
    /// <exception cref="OptionsException">The model answers neither a number nor classes, or the folder does not exist.</exception>
    /// <exception cref="DataException">The rows do not fit the schema.</exception>
    /// <exception cref="ArtifactException">The export answers otherwise than the model; nothing is written.</exception>
    public static ExportReport Write(Package package, IExportFormat format, string path, Table? rows = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(format);
        Check(package, path);
        if (ExportGround.Of(package, out var gaps) is not { } ground || (gaps = format.Gaps(ground)).Count > 0)
        {
            return new(format.Name, null, package.ModelId) { Gaps = gaps };
        }

        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileNameWithoutExtension(path)}.{Path.GetRandomFileName()}.partial");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                format.Write(ground, Path.GetFileNameWithoutExtension(path), stream, cancellation);
            }

            var report = Proven(new(format.Name, path, package.ModelId) { Tolerance = format.Tolerance, Notes = Notes(package.Model.Rules) }, package, (ground, format, beside), Admitted(package, rows), cancellation);
            File.Move(beside, path, overwrite: true);
            return report with { Bytes = new FileInfo(path).Length };
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Check(Package package, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (package.Model.Form is not (IPredictsClasses or IPredictsNumbers))
        {
            throw new OptionsException($"The package answers no number and no classes (its task is '{package.Model.Task}'), and only such models can be exported. Use the package itself, by Modelwright.Runtime.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"The export cannot be written to '{path}': folder '{folder}' does not exist. Make the folder, or choose another path.");
        }
    }

    /// <summary>The check rows, and behind them those that were brought.</summary>
    private static List<Table> Admitted(Package package, Table? rows)
    {
        var all = new List<Table>();
        foreach (var some in (Table?[])[package.CheckRows.Rows, rows])
        {
            if (some is { RowCount: > 0 })
            {
                all.Add(Admission.Admit(some, package.Model.Schema, needsTarget: false).Table);
            }
        }

        return all;
    }

    private static ExportReport Proven(ExportReport report, Package package, (ExportGround Ground, IExportFormat Format, string Path) export, List<Table> tables, CancellationToken cancellation)
    {
        foreach (var rows in tables)
        {
            var expected = ModelAnswers.Of(package.Model.Form, rows, cancellation: cancellation);
            var reckoned = new double[expected.Length];
            new FormulaEvaluation(export.Ground.Formula).Answer(rows, reckoned, cancellation);
            Refuse(Compare(report with { Rows = 0, LargestDifference = 0, Tolerance = 0, ChangedLabels = 0 }, export.Ground, expected, reckoned), "the formula of the model");
            report = Compare(report, export.Ground, expected, export.Format.Answers(export.Ground, export.Path, rows, cancellation) ?? reckoned);
        }

        Refuse(report, $"the {report.Format} export");
        return report;
    }

    private static void Refuse(ExportReport report, string what)
    {
        if (!(report.LargestDifference <= report.Tolerance) || report.ChangedLabels > 0)
        {
            throw new ArtifactException(string.Create(CultureInfo.InvariantCulture, $"On {report.Rows} rows {what} is up to {report.LargestDifference:G3} from the model (allowed: {report.Tolerance:G3}), and {report.ChangedLabels} labels are others. Nothing was written: use the package itself, and report this as a fault."));
        }
    }

    private static ExportReport Compare(ExportReport report, ExportGround ground, double[] expected, double[] actual)
    {
        var (classes, rules) = (ground.Formula.Classes.Count, ground.Rules);
        var (largest, changed) = (report.LargestDifference, 0);
        for (var place = 0; place < expected.Length; place++)
        {
            var difference = expected[place].Equals(actual[place]) ? 0 : Math.Abs(expected[place] - actual[place]) / (classes > 0 ? 1 : Math.Max(1e-300, Math.Abs(expected[place])));
            largest = difference <= largest ? largest : difference;
        }

        for (var start = 0; classes > 0 && start < expected.Length; start += classes)
        {
            changed += IsAnother(rules, expected.AsSpan(start, classes), actual.AsSpan(start, classes), report.Tolerance) ? 1 : 0;
        }

        return report with { Rows = report.Rows + (expected.Length / Math.Max(1, classes)), LargestDifference = largest, ChangedLabels = report.ChangedLabels + changed };
    }

    /// <summary>Whether another class is answered though the model's own was not as good as equal to it.</summary>
    private static bool IsAnother(AnswerRules rules, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        var (own, other) = (rules.Choose(expected), rules.Choose(actual));
        var isTie = rules.Decision is { Threshold: { } threshold } decision
            ? Math.Abs(expected[decision.Positive] - threshold) <= tolerance
            : Math.Abs(expected[own] - expected[other]) <= 2 * tolerance;
        return own != other && !isTie;
    }

    private static string[] Notes(AnswerRules rules) =>
    [
        .. rules.HasIntervals ? ["The intervals around numbers stay with the package."] : Array.Empty<string>(),
        .. rules.Sets is null ? [] : (string[])["The sets of classes stay with the package."],
    ];
}
