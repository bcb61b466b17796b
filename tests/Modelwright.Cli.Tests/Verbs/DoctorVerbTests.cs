using Modelwright.Cli.Hosting;
using Modelwright.Machine;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class DoctorVerbTests
{
    private static readonly MachineCheck Engine = new("table_engine", CheckState.Ok, "DuckDB v1.5.0", "reads and writes Parquet", null);
    private static readonly MachineCheck Memory = new("memory", CheckState.Warning, "0.4 GB for this process", "holds tables", "Give the machine more.");
    private static readonly MachineCheck Learner = new("learner_absent", CheckState.Missing, "Absent learner cannot work", "trains models", "Install the library.");

    [Fact]
    public async Task Doctor_SomethingMissing_SaysWhatToDoAndEndsWithOne()
    {
        var host = new TestHost { Machine = [Engine, Memory, Learner] };

        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("doctor"));
        Snapshot.Verify("Verbs/doctor", host.Output);
    }

    [Fact]
    public async Task Doctor_WarningsAlone_EndWithZero()
    {
        var host = new TestHost { Machine = [Engine, Memory] };

        Assert.Equal(ExitCode.Done, await host.RunAsync("doctor"));
        Assert.EndsWith("All there, 2 warnings.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_InAPipe_IsADocument()
    {
        var host = new TestHost { IsTerminal = false, Machine = [Engine, Learner] };

        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("doctor"));
        Assert.False(host.Document.GetProperty("all_there").GetBoolean());
        Assert.Equal(["table_engine", "learner_absent", "terminal"], host.Document.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.Equal("", host.Error);
    }

    [Fact]
    public async Task Doctor_WrongCall_EndsWithTwo()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("doctor", "rows.csv"));
        Assert.StartsWith("'rows.csv' is one argument too many for 'modelwright doctor'.", host.Error, StringComparison.Ordinal);
    }
}
