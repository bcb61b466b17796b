using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Recording;

namespace Modelwright.Tests.Monitoring;

public sealed class MonitorReferenceTests(Monitored monitored) : IClassFixture<Monitored>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-reference-");

    private string File => Path.Combine(_folder.FullName, "reference.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_WhatWasSaved_JudgesTheSame()
    {
        monitored.ClassReference.Save(File);
        var rows = Monitored.Noisy(700, 3);

        Assert.True(MonitorReference.IsReference(File));
        var again = new ModelMonitor(monitored.Classes, MonitorReference.Load(File)).Judge(rows, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Documents.Write(new ModelMonitor(monitored.Classes, monitored.ClassReference).Judge(rows, cancellation: TestContext.Current.CancellationToken)), Documents.Write(again));
        Assert.Empty(Directory.GetFiles(_folder.FullName, "*.writing"));
    }

    [Fact]
    public void Learn_RowsOfTraining_SaysSo()
    {
        // Answers that training knew by heart are better than its evidence; here the evidence is made to tell so.
        var evidence = JsonNode.Parse(monitored.Classes.EvidenceJson)!;
        foreach (var figure in evidence["figures"]!.AsArray())
        {
            (figure!["value"], figure["lower"], figure["upper"], figure["standard_error"]) = (0.6, 0.55, 0.65, 0.02);
        }

        var reference = MonitorReference.Learn(monitored.Classes with { EvidenceJson = evidence.ToJsonString() }, Monitored.Noisy(1500, 1), cancellation: TestContext.Current.CancellationToken);

        var note = Assert.Single(reference.Notes);
        Assert.Contains("better than the 0.55 to 0.65 that its evidence tells: these look like the rows it was trained on.", note, StringComparison.Ordinal);
        var report = new ModelMonitor(monitored.Classes, reference).Judge(Monitored.Noisy(1000, 2), cancellation: TestContext.Current.CancellationToken);
        Assert.False(report.HasAlarm);
        Assert.Equal(0.6, report.Performance.First(figure => !figure.IsEstimated).Reference);
    }

    [Fact]
    public void Learn_FewRows_IsRefused()
    {
        var fault = Assert.Throws<DataException>(() => MonitorReference.Learn(monitored.Classes, Monitored.Noisy(99, 1), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("The reference has 99 rows, and at least 100 are needed; a thousand and more tell well. Bring more rows, or none: then the statistics in the package stand in.", fault.Message);
    }

    [Fact]
    public void Learn_ColumnGone_IsRefusedByName()
    {
        var fault = Assert.Throws<DataException>(() => MonitorReference.Learn(monitored.Classes, Monitored.Noisy(200, 1).Without(["age"]), cancellation: TestContext.Current.CancellationToken));

        Assert.StartsWith("Column 'age' is not in the reference, and the model needs it.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFile_SaysSo() =>
        Assert.Equal($"Reference '{File}' was not found. Check the path.", Assert.Throws<OptionsException>(() => MonitorReference.Load(File)).Message);

    [Fact]
    public void Save_NoFolder_SaysSo()
    {
        var folder = Path.Combine(_folder.FullName, "none");
        var path = Path.Combine(folder, "a.json");

        Assert.Equal($"The reference cannot be written to '{path}': folder '{folder}' does not exist. Make the folder, or choose another path.", Assert.Throws<OptionsException>(() => monitored.ClassReference.Save(path)).Message);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "{", "line 1: this is not a reference:" },
        { "null", "this is not a reference: The document is empty." },
        { "[]", "this is not a reference:" },
        { "{\"kind\":\"monitor_reference\"}", "this is not a reference: the document lacks" },
        { string.Concat(Enumerable.Repeat("[", 5000)), "this is not a reference:" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Load_OtherDocuments_AreRefused(string text, string said)
    {
        System.IO.File.WriteAllText(File, text);

        var fault = Assert.Throws<ArtifactException>(() => MonitorReference.Load(File));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Learn the reference anew with --write-reference, or fetch the file again from where it was made.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/format", "2", "it says kind 'monitor_reference' and format 2; this release reads kind 'monitor_reference' and format 1.")]
    [InlineData("/rows", "-1", "it says -1 rows of which 16000 have a label, which cannot be.")]
    [InlineData("/columns/0/shares/0", "7", "what it says of 'age' is not sound.")]
    [InlineData("/columns/0/edges/1", "\"NaN\"", "what it says of 'age' is not sound.")]
    [InlineData("/columns/0/missing", "-5", "what it says of 'age' is not sound.")]
    [InlineData("/columns/1/levels/0", "\"a\",\"b\"", "what it says of 'plan' is not sound.")]
    [InlineData("/together/means/0", "\"Infinity\"", "what it says of all columns together is not sound.")]
    [InlineData("/together/traces", "[]", "what it says of all columns together is not sound.")]
    [InlineData("/repeats/times/0", "0", "what it says of repeated rows is not sound.")]
    [InlineData("/repeats/groups/0", "2147483647", "what it says of repeated rows is not sound.")]
    [InlineData("/performance/figures/0/metric", "\"other\"", "what it says of performance is not sound.")]
    [InlineData("/performance/calibration/0/at/0", "0.999999", "what it says of performance is not sound.")]
    [InlineData("/performance/offsets/0/offsets/0/0", "0.1, 0.2", "what it says of performance is not sound.")]
    public void Load_UnsoundNumbers_AreRefused(string place, string value, string said)
    {
        monitored.ClassReference.Save(File);
        var document = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        var parts = place[1..].Split('/');
        var node = parts[..^1].Aggregate(document, (at, part) => int.TryParse(part, out var index) ? at[index]! : at[part]!);
        if (node is JsonArray array)
        {
            foreach (var (item, more) in JsonNode.Parse($"[{value}]")!.AsArray().Select((item, more) => (item!.DeepClone(), more)))
            {
                if (more == 0)
                {
                    array[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = item;
                }
                else
                {
                    array.Add(item);
                }
            }
        }
        else
        {
            node[parts[^1]] = JsonNode.Parse(value);
        }

        System.IO.File.WriteAllText(File, document.ToJsonString());

        Assert.Contains($"{File}: {said}", Assert.Throws<ArtifactException>(() => MonitorReference.Load(File)).Message, StringComparison.Ordinal);
    }
}
