using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;
using Modelwright.Tests.Data;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Training rows are found where the record of a run says they are, if they are still the same.</summary>
public sealed class TrainingRowsTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Data => Path.Combine(_folder.Path, "rows.csv");

    private async Task<Package> TrainAsync(bool isRecorded = true)
    {
        var stop = TestContext.Current.CancellationToken;
        await TableWriter.WriteAsync(SmallTables.Classes(120), Data, stop);
        var read = await BuiltInSources.For(Data).ReadAsync(new(Data, new()), stop);
        var told = new Training(read.Table, "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 1, Only = ["linear"], Source = read.Report, Record = isRecorded ? _folder.Record : null };
        var run = await told.RunAsync(stop: stop);
        run.Saved(null);
        return run.Package;
    }

    private (string? Path, string? NotRun) Find(Package package) => TrainingRows.Recorded(package, _folder.Store, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Recorded_FileAsItWas_IsFound_AndChangedOnesAreNot()
    {
        var package = await TrainAsync();
        Assert.Equal((Data, null), Find(package));

        await File.AppendAllTextAsync(Data, "30,1.5,pro,yes\n", TestContext.Current.CancellationToken);
        Assert.Equal((null, $"'{Data}', which the model was made from, has changed since. Bring the training rows with --training FILE."), Find(package));

        File.Delete(Data);
        Assert.Equal((null, $"'{Data}', which the model was made from, is not there any more, or is no file. Bring the training rows with --training FILE."), Find(package));
    }

    [Fact]
    public async Task Recorded_NoRecord_SaysSo()
    {
        var package = await TrainAsync(isRecorded: false);

        Assert.Equal((null, $"its run is not recorded in {_folder.File}. Bring the training rows with --training FILE."), Find(package));
        Assert.Equal((null, "the package does not say what it was made from. Bring the training rows with --training FILE."), Find(package with { EvidenceJson = "{}" }));
    }

    [Fact]
    public async Task Doubt_OtherFingerprint_IsTold()
    {
        var package = await TrainAsync(isRecorded: false);
        var read = await BuiltInSources.For(Data).ReadAsync(new(Data, new()), TestContext.Current.CancellationToken);

        Assert.Null(TrainingRows.Doubt(package, read.Report.Fingerprint));
        Assert.Null(TrainingRows.Doubt(package, null));
        Assert.Equal("The training rows are not from the file that the model was made from: its fingerprint is another. What is said of them is so for these rows.", TrainingRows.Doubt(package, "0000"));
    }
}
