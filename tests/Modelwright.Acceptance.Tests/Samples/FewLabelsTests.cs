using System.Globalization;
using Modelwright.Samples.MachineAnomalies;

namespace Modelwright.Acceptance.Tests.Samples;

/// <summary>A few labels on readings of known truth: they must make a better model of the readings that nobody labelled.</summary>
public sealed class FewLabelsTests
{
    private const string Learners = "isolation_forest,ecod,principal_components,extra_trees";

    [Fact]
    public async Task Train_SomeReadingsLabelled_OthersAreTold()
    {
        using var folder = new TempFolder();
        var (all, rest) = Write(folder);

        var with = await RocAucAsync(folder, all, rest, "with", "--target", "checked");
        var without = await RocAucAsync(folder, all, rest, "without", "--ignore", "checked");

        Assert.True(1 - with <= (1 - without) / 2, FormattableString.Invariant($"with labels {with}, without {without}"));
        Assert.InRange(with, 0.9, 1);
    }

    private static async Task<double> RocAucAsync(TempFolder folder, string all, string rest, string name, params string[] labels)
    {
        var train = await CliProcess.RunAsync(folder.Path, ["train", all, "--task", "anomalies", .. labels, "--truth", "is_fault", "--learners", Learners, "--trials", "1", "--no-store", "--out", name]);
        Assert.True(train.ExitCode == 0, train.Error);
        var evaluated = await CliProcess.RunAsync(folder.Path, "evaluate", Path.Combine(name, "model.mw"), rest, "--truth", "is_fault");
        Assert.True(evaluated.ExitCode == 0, evaluated.Error);
        return evaluated.Document.GetProperty("figures").EnumerateArray().First(figure => figure.GetProperty("metric").GetString() == "roc_auc").GetProperty("value").GetDouble();
    }

    /// <summary>Every third fault and every twentieth other reading is labelled; the second file has those that are not.</summary>
    private static (string All, string Others) Write(TempFolder folder)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        MachineFile.Write(text, rows: 2_000, seed: 5);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<string> all = [Line(lines[0], "is_fault", "checked")];
        List<string> rest = [all[0]];
        var seen = new[] { 0, 0 };
        foreach (var line in lines[1..])
        {
            var isFault = !line.EndsWith(",none", StringComparison.Ordinal);
            var isLabelled = seen[isFault ? 1 : 0]++ % (isFault ? 3 : 20) == 0;
            all.Add(Line(line, isFault ? "1" : "0", isLabelled ? (isFault ? "yes" : "no") : ""));
            rest.AddRange(isLabelled ? [] : [all[^1]]);
        }

        return (folder.Write("all.csv", string.Join('\n', all)), folder.Write("rest.csv", string.Join('\n', rest)));
    }

    private static string Line(string line, string truth, string label) => $"{line[..line.LastIndexOf(',')]},{truth},{label}";
}
