using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Machine;

namespace Modelwright.Tests.Machine;

/// <summary>Each thing that may be missing, made missing.</summary>
public sealed class MachineInspectionTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    // Everything well, and nothing of the machine that the tests run on.
    private static readonly MachineProbes Well = new()
    {
        Runtime = new(10, 0, 1),
        Platform = "x64, Test",
        TableEngine = () => "v1.5.0",
        TempFolder = "/temp",
        RunsFolder = "/runs",
        FreeBytes = _ => 50_000_000_000,
        Write = _ => { },
        Memory = 8_000_000_000,
        Processors = 4,
        Normalise = _ => "fi",
        FindZone = _ => { },
    };

    [Fact]
    public void Of_SoundMachine_IsAllOk()
    {
        var checks = MachineInspection.Of(Learners, Well);

        Assert.Equal(["runtime", "learners", "table_engine", "temporary_folder", "runs_folder", "memory", "processors", "unicode", "time_zones"], checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.Equal((CheckState.Ok, null), (check.State, check.Remedy)));
        Assert.Equal(".NET 10.0.1, x64, Test", checks[0].Found);
        Assert.Equal("/temp, 50.0 GB free", checks[3].Found);
    }

    [Fact]
    public void Of_OldRuntime_IsMissing() => Expect(
        Well with { Runtime = new(9, 0) }, "runtime", CheckState.Missing, ".NET 9.0, x64, Test", "Install the .NET 10 runtime from https://dotnet.microsoft.com/download/dotnet/10.0.");

    [Fact]
    public void Of_NoTableEngine_IsMissing() => Expect(
        Well with { TableEngine = () => throw new DataException("It did not load.", new DllNotFoundException("no duckdb.so\nnor elsewhere")) },
        "table_engine",
        CheckState.Missing,
        "DuckDB's native library does not load (no duckdb.so)",
        "Install the app again for this system and processor: the package DuckDB.NET.Data.Full brings the library. CSV and JSON lines need none.");

    [Fact]
    public void Of_FolderThatTakesNoFile_IsMissing() => Expect(
        Well with { Write = folder => _ = folder == "/runs" ? throw new UnauthorizedAccessException("Access to the path is denied.") : 0 },
        "runs_folder",
        CheckState.Missing,
        "nothing can be written to /runs (Access to the path is denied)",
        "Go to another folder, or name one with --out, or ask who may write there and how full the disk is.");

    [Fact]
    public void Of_FullDisk_IsAWarning() => Expect(
        Well with { FreeBytes = folder => folder == "/runs" ? 20_000_000 : 50_000_000_000 },
        "runs_folder",
        CheckState.Warning,
        "/runs, 0.0 GB free",
        "Go to another folder, or name one with --out, or make room: 1.0 GB and more are good.");

    [Fact]
    public void Of_LittleMemory_IsAWarning() => Expect(
        Well with { Memory = 400_000_000 }, "memory", CheckState.Warning, "0.4 GB for this process", "Give the machine or the container 1.0 GB or more, or train on fewer rows.");

    [Fact]
    public void Of_OneProcessor_IsAWarning() => Expect(
        Well with { Processors = 1 }, "processors", CheckState.Warning, "1 for this process", "Give the machine or the container a second one, or a longer --budget.");

    [Fact]
    public void Of_InvariantGlobalisation_IsMissing() => Expect(
        Well with { Normalise = text => text },
        "unicode",
        CheckState.Missing,
        "no language data: globalisation is off",
        "Install ICU (apt-get install libicu72 on Debian 12, apk add icu-libs icu-data-full on Alpine), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");

    [Fact]
    public void Of_NoTimeZones_IsAWarning() => Expect(
        Well with { FindZone = _ => throw new TimeZoneNotFoundException() },
        "time_zones",
        CheckState.Warning,
        "no time zones: local time is UTC",
        "Install them: apt-get install tzdata (Debian, Ubuntu), apk add tzdata (Alpine).");

    [Fact]
    public void Of_ProbeThatFails_IsMissingAndTheOthersAreTold() => Expect(
        Well with { Normalise = _ => throw new InvalidOperationException("odd\nmachine") },
        "unicode",
        CheckState.Missing,
        "could not be looked at (odd)",
        "See what the message says of this machine; report it if it says nothing.");

    [Fact]
    public void Of_LearnerThatCannotWork_SaysWhyItself()
    {
        var checks = MachineInspection.Of(Learners.Add(new Absent()), Well);

        Assert.Equal(
            new("learner_absent", CheckState.Missing, "Absent learner cannot work", "trains models; training goes on without it", "It needs a library. Install the library."),
            Assert.Single(checks, check => check.State == CheckState.Missing));
    }

    [Fact]
    public void Of_NoLearnerAtAll_IsMissing() =>
        Assert.Equal(
            new("learners", CheckState.Missing, "none can work", "train models", "Do what is said of one of them, or add learners to the host's catalog."),
            MachineInspection.Of(new(), Well).Single(check => check.State == CheckState.Missing));

    [Fact]
    public void Of_ThisMachine_IsLookedAt()
    {
        var checks = MachineInspection.Of(Learners);

        Assert.Equal(CheckState.Ok, checks.Single(check => check.Name == "table_engine").State);
        Assert.All(checks, check => Assert.Equal(check.State == CheckState.Ok, check.Remedy is null));
        Assert.DoesNotContain(checks, check => check.Found.Contains("could not be looked at", StringComparison.Ordinal));
    }

    private static void Expect(MachineProbes probes, string name, CheckState state, string found, string remedy)
    {
        var checks = MachineInspection.Of(Learners, probes);

        var check = Assert.Single(checks, check => check.State != CheckState.Ok);
        Assert.Equal((name, state, found, remedy), (check.Name, check.State, check.Found, check.Remedy));
        Assert.Equal(9, checks.Count);
    }

    private sealed class Absent : ILearner
    {
        public LearnerInfo Info { get; } = new() { Name = "absent", Title = "Absent learner", Tasks = [LearningTask.Regression], Takes = [ColumnType.Number], Source = "made up" };

        public IReadOnlyList<ParameterSpec> Parameters => [];

        public string? Unavailable => "It needs a library. Install the library.";

        public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [];

        public FitCost Estimate(DataShape shape, ParameterValues values) => throw new NotSupportedException();

        public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) => throw new NotSupportedException();
    }
}
