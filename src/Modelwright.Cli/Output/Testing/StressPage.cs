using System.Globalization;
using Modelwright.Sources;
using Modelwright.Stress;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Perturbations;
using Spectre.Console;

namespace Modelwright.Cli.Output.Testing;

/// <summary>The answer of 'test' for a person: what hurts most, what the model does with rows of another shape, and the gate.</summary>
internal static class StressPage
{
    private const int MostLines = 12;
    private const int MostShifts = 5;
    private const int MostProbes = 5;

    /// <summary>Writes the page.</summary>
    public static void Write(IAnsiConsole console, StressReport report, SourceReport source, string package)
    {
        Screen.Line(console, $"{package} under strain on {source.Path}: {Numbers.Count(report.RowsUnderStrain)} of {Numbers.Count(report.Rows)} labelled rows", new Style(decoration: Decoration.Bold));
        ProfilePage.WriteReading(console, source);
        Screen.Line(console, $"Without strain: {report.Metric} {Figure(report.Calm.Value)} ({Figure(report.Calm.Lower)} … {Figure(report.Calm.Upper)}).");
        WriteCurves(console, report.Curves);
        WriteShifts(console, report);
        WriteProbes(console, report);
        FindingLines.Write(console, report);
        foreach (var text in report.NotRun)
        {
            Screen.Line(console, "Not run", Color.Yellow, text);
        }

        WriteGate(console, report);
    }

    private static void WriteCurves(IAnsiConsole console, IReadOnlyList<StressCurve> curves)
    {
        var worst = curves
            .GroupBy(curve => (curve.Perturbation, curve.IsWorstPlace, IsAll: curve.Column is null))
            .Select(group => group.MaxBy(LostOf)!)
            .OrderByDescending(LostOf)
            .Take(MostLines)
            .ToArray();
        if (worst.Length == 0)
        {
            return;
        }

        var table = Screen.Table("what goes wrong", "worst in", ">10 %", ">30 %", ">all");
        foreach (var curve in worst)
        {
            Screen.AddRow(table, Title(curve), curve.Column ?? "all columns", Lost(curve, 0.1), Lost(curve, 0.3), Lost(curve, 1));
        }

        console.Write(table);
        Screen.Line(console, "Shares of the lead over a constant answer that are lost where so many cells go wrong; for noise, where it is so wide.");
    }

    private static void WriteShifts(IAnsiConsole console, StressReport report)
    {
        var shifts = report.Shifts.Where(shift => double.IsFinite(shift.Value)).OrderByDescending(shift => Math.Abs(shift.Value - report.Calm.Value)).Take(MostShifts).ToArray();
        if (shifts.Length == 0)
        {
            return;
        }

        var table = Screen.Table("other rows", ">" + report.Metric, "95 % interval", ">rows");
        foreach (var shift in shifts)
        {
            Screen.AddRow(table, shift.Case, Figure(shift.Value), $"{Figure(shift.Lower)} … {Figure(shift.Upper)}", Numbers.Count((long)shift.Rows));
        }

        console.Write(table);
    }

    private static void WriteProbes(IAnsiConsole console, StressReport report)
    {
        var unsound = report.Probes.Where(probe => !probe.IsSound).ToArray();
        Screen.Line(console, unsound.Length == 0
            ? $"Rows of another shape: all {report.Probes.Count} are refused with the column's name, or answered rightly."
            : $"Rows of another shape: {unsound.Length} of {report.Probes.Count} are neither refused with the column's name nor answered rightly.");
        foreach (var probe in unsound.Take(MostProbes))
        {
            Screen.Line(console, $"  {probe.Name} {probe.Column}: {probe.Outcome}. {probe.Text}");
        }
    }

    private static void WriteGate(IAnsiConsole console, StressReport report)
    {
        foreach (var result in report.Gate.Where(result => !result.Passed))
        {
            Screen.Line(console, "Gate", Color.Red, result.Text);
        }

        Screen.Line(
            console,
            report.Passed ? $"The model passes the gate: all {report.Gate.Count} bounds are kept." : $"The model does not pass the gate: {report.Gate.Count(result => !result.Passed)} of {report.Gate.Count} bounds are not kept.",
            new Style(decoration: Decoration.Bold));
    }

    private static string Title(StressCurve curve)
    {
        var title = BuiltInPerturbations.All.FirstOrDefault(known => known.Info.Name == curve.Perturbation)?.Info.Title ?? curve.Perturbation;
        return curve.IsWorstPlace ? $"{title}, where it hurts" : title;
    }

    private static double LostOf(StressCurve curve) =>
        curve.Points.Where(point => point.Severity is > 0 and < 0.5).Select(point => point.Score?.Lost ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(double.NegativeInfinity).Max();

    private static string Lost(StressCurve curve, double severity) => curve.Points.FirstOrDefault(point => point.Severity == severity) switch
    {
        null => "",
        { Score: { } score } => double.IsFinite(score.Lost) ? score.Lost.ToString("P0", CultureInfo.InvariantCulture) : "",
        _ => "refused",
    };

    private static string Figure(double value) => Numbers.Fixed(value, Numbers.Places(value));
}
