using Modelwright.Core.Errors;
using Modelwright.Monitoring;

namespace Modelwright.Tests.Monitoring;

/// <summary>A history outlives the program that made it.</summary>
public sealed class MonitorHistoryTests(Monitored monitored) : IClassFixture<Monitored>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-history-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    [Fact]
    public void Save_ThenLoad_IsTheSameButForSlices()
    {
        var monitor = new ModelMonitor(monitored.Classes, monitored.ClassReference);
        var from = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var history = MonitorHistory.Of([.. Enumerable.Range(0, 5).Select(seed => monitor.Judge(Monitored.Noisy(800, 40 + seed, flipped: seed * 0.1), $"window {seed}") with { From = from.AddDays(seed), To = from.AddDays(seed + 1) })]);

        history.Save(At("churn.json"));
        var loaded = MonitorHistory.Load(At("churn.json"));

        Assert.NotNull(history.Windows[4].Slices);
        Assert.Equal(5, loaded.Windows.Count);
        Assert.Equal(history.HasAlarm, loaded.HasAlarm);
        foreach (var (before, after) in history.Windows.Zip(loaded.Windows))
        {
            Assert.Equal((before.Name, before.From, before.To, before.Rows, before.LabelledRows), (after.Name, after.From, after.To, after.Rows, after.LabelledRows));
            Assert.Equal(before.Findings, after.Findings);
            Assert.Equal(before.Performance, after.Performance);
            Assert.Equal(before.Drift, after.Drift);
            Assert.Null(after.Slices);
        }

        Assert.Equal(history.Trends, loaded.Trends);
    }

    [Fact]
    public void Load_WhatIsNoHistory_SaysSo()
    {
        File.WriteAllText(At("broken.json"), """{"format": 1, "windows": [{"name": 1}]}""");
        File.WriteAllText(At("newer.json"), """{"format": 2, "windows": []}""");

        Assert.Equal($"The history '{At("absent.json")}' was not found. Check the path.", Assert.Throws<OptionsException>(() => MonitorHistory.Load(At("absent.json"))).Message);
        Assert.StartsWith($"{At("broken.json")}, line 1: this is not a history: ", Assert.Throws<ArtifactException>(() => MonitorHistory.Load(At("broken.json"))).Message, StringComparison.Ordinal);
        Assert.Equal($"{At("newer.json")}: format 2 of histories is not known; this release reads format 1. Use a newer release.", Assert.Throws<ArtifactException>(() => MonitorHistory.Load(At("newer.json"))).Message);
        Assert.Contains("Make it, or choose another path.", Assert.Throws<OptionsException>(() => MonitorHistory.Of([]).Save(At("none/churn.json"))).Message, StringComparison.Ordinal);
    }
}
