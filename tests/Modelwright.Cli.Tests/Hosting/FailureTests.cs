using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Hosting;

public sealed class FailureTests
{
    public static TheoryData<Exception, int, string> Cases => new()
    {
        { new DataException("The data is wrong."), 2, "The data is wrong.\n" },
        { new OptionsException("The call is wrong."), 2, "The call is wrong.\n" },
        { new ArtifactException("The file is damaged."), 2, "The file is damaged.\n" },
        { new FileNotFoundException("…", "a.csv"), 2, "File 'a.csv' was not found. Check the path.\n" },
        { new IOException("No space left on device."), 2, "No space left on device. Check the path and the space left on the disk.\n" },
        { new UnauthorizedAccessException("Access to 'x' is denied."), 2, "Access to 'x' is denied. Check who may read and write there.\n" },
        { new OperationCanceledException(), 2, "Stopped before there was anything to keep. Nothing was written.\n" },
        {
            new InvalidOperationException("Oh."), 3,
            $"This is a fault of modelwright {VersionLine.Number}, not of your call: InvalidOperationException: Oh.\nPlease report it with the call that led here. MODELWRIGHT_TRACE=1 shows where it happened.\n"
        },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Report_Exception_HasItsTextAndCode(Exception exception, int code, string text)
    {
        var host = new TestHost();

        Assert.Equal(code, Failure.Report(exception, host.Host, isForMachine: false));
        Assert.Equal(text, host.Error);
        Assert.Empty(host.Output);
    }

    [Fact]
    public void Report_DiskIsFull_StillHasItsCode()
    {
        var host = new TestHost().Host with { Output = new FullDisk(), Error = new FullDisk() };

        Assert.Equal(ExitCode.CallIsWrong, Failure.Report(new IOException("No space left on device"), host, isForMachine: true));
    }

    private sealed class FullDisk : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
