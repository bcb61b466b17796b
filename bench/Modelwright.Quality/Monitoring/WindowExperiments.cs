using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Monitoring;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Quality.Monitoring;

/// <summary>What a monitor says of windows of which it is known what is wrong with them.</summary>
internal sealed class WindowExperiments(Package package, ModelMonitor monitor, MonitorReference reference, WindowDraws draws)
{
    private const int Size = 5_000;
    private const int Windows = 2;
    private const int Repeats = 10;

    /// <summary>A shift counts where it costs at least this share of the main metric.</summary>
    private const double Costs = 0.05;

    private readonly string _target = package.Model.Schema.Target!.Name;

    /// <summary>The share of honest windows with an alarm, with and without labels.</summary>
    public JsonObject Honest(int size, int windows)
    {
        var (labelled, bare, kinds) = (0, 0, new List<string>());
        for (var place = 0; place < windows; place++)
        {
            var window = draws.Honest(size);
            var report = monitor.Judge(window);
            labelled += report.HasAlarm ? 1 : 0;
            bare += report.Findings.Any(finding => finding is { IsAlarm: true, Kind: not "realised_performance" }) ? 1 : 0;
            kinds.AddRange(report.Findings.Where(finding => finding.IsAlarm).Select(finding => finding.Kind));
        }

        return new() { ["rows"] = size, ["windows"] = windows, ["alarms"] = labelled, ["alarms_without_labels"] = bare, ["kinds"] = new JsonArray([.. kinds.Distinct().Order().Select(kind => (JsonNode)kind!)]) };
    }

    /// <summary>Windows with more rows at one end of a column, or of a level: what was caught without labels, and how near estimated accuracy was.</summary>
    public JsonObject Covariate()
    {
        var (costly, caught, caughtLabelled, off) = (0, 0, 0, new List<double>());
        foreach (var weights in Tilts())
        {
            var reports = Enumerable.Range(0, Windows).Select(_ => monitor.Judge(draws.Weighed(weights, Size))).ToArray();
            foreach (var report in reports)
            {
                var pair = report.Performance.Where(figure => figure.Metric is "accuracy").ToLookup(figure => figure.IsEstimated);
                if (pair[true].FirstOrDefault() is { } estimated && pair[false].FirstOrDefault() is { } realised)
                {
                    off.Add(Math.Abs(estimated.Value - realised.Value));
                }
            }

            if (reports.Average(report => MainFigure(report)?.WorseBy ?? 0) >= Costs)
            {
                costly++;
                caught += reports.Any(report => report.Findings.Any(finding => finding is { IsAlarm: true, Kind: not "realised_performance" })) ? 1 : 0;
                caughtLabelled += reports.Any(report => report.HasAlarm) ? 1 : 0;
            }
        }

        off.Sort();
        return new()
        {
            ["shifts"] = Tilts().Count(),
            ["costly"] = costly,
            ["caught_without_labels"] = caught,
            ["caught"] = caughtLabelled,
            ["accuracy_off_median"] = off.Count == 0 ? null : off[off.Count / 2],
            ["accuracy_off_95"] = off.Count == 0 ? null : off[(int)(0.95 * (off.Count - 1))],
            ["accuracy_off_most"] = off.Count == 0 ? null : off[^1],
        };
    }

    /// <summary>Labels that were exchanged until that costs 5 % of the main metric: what was caught once they came.</summary>
    public JsonObject Labels()
    {
        var share = ShareThatCosts();
        var (caught, caughtSmall) = (0, 0);
        for (var repeat = 0; share is not null && repeat < Repeats; repeat++)
        {
            caught += Enumerable.Range(0, Windows).Any(_ => monitor.Judge(draws.Swapped(draws.Honest(Size), _target, share.Value)).HasAlarm) ? 1 : 0;
            caughtSmall += Enumerable.Range(0, Windows).Any(_ => monitor.Judge(draws.Swapped(draws.Honest(500), _target, share.Value)).HasAlarm) ? 1 : 0;
        }

        return new() { ["share_exchanged"] = share, ["repeats"] = share is null ? 0 : Repeats, ["caught"] = caught, ["caught_of_500_rows"] = caughtSmall };
    }

    private static WindowFigure? MainFigure(WindowReport report) => report.Performance.FirstOrDefault(figure => !figure.IsEstimated);

    // The smallest of some shares that costs as much, on a large window.
    private double? ShareThatCosts() => ((double[])[0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5])
        .Select(share => (double?)share)
        .FirstOrDefault(share => MainFigure(monitor.Judge(draws.Swapped(draws.Honest(4 * Size), _target, share!.Value)))?.WorseBy >= Costs);

    // Exponential tilting by one standard deviation of a number (Csiszár 1975); a level that comes five times as often.
    private IEnumerable<double[]> Tilts()
    {
        var admitted = Admission.Admit(draws.Pool, package.Model.Schema, needsTarget: false).Table;
        foreach (var feature in package.Model.Schema.Features.Take(20))
        {
            if (admitted[feature.Name] is NumberColumn numbers)
            {
                double[] values = [.. Enumerable.Range(0, numbers.RowCount).Select(row => numbers.Values.At(row))];
                var known = values.Where(double.IsFinite).DefaultIfEmpty().ToArray();
                var (mean, deviation) = (known.Average(), 0.0);
                deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
                foreach (var away in deviation > 0 && reference.Rows > 0 ? (double[])[-1, 1] : [])
                {
                    yield return Array.ConvertAll(values, value => double.IsFinite(value) ? Math.Exp(Math.Clamp(away * (value - mean) / deviation, -5, 5)) : 1);
                }
            }
            else if (admitted[feature.Name] is CategoryColumn levels)
            {
                var most = Enumerable.Range(0, levels.RowCount).Select(row => levels.Codes.At(row)).CountBy(code => code).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(3).Select(pair => pair.Key).ToArray();
                foreach (var code in most)
                {
                    yield return [.. Enumerable.Range(0, levels.RowCount).Select(row => levels.Codes.At(row) == code ? 5.0 : 1.0)];
                }
            }
        }
    }
}
