using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("5min", 300)]
    [InlineData("1.5h", 5400)]
    [InlineData("2 H", 7200)]
    [InlineData("1d", 86_400)]
    [InlineData("1500ms", 1.5)]
    public void Parse_NumberAndUnit_IsThatLong(string text, double seconds) =>
        Assert.Equal(seconds, Durations.Parse(text, "--budget").TotalSeconds);

    [Theory]
    [InlineData("60")]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0s")]
    [InlineData("999ms")]
    [InlineData("-5s")]
    [InlineData("1,5h")]
    [InlineData("1e3s")]
    [InlineData("9999d")]
    [InlineData("five minutes")]
    public void Parse_AnythingElse_SaysHowToWriteIt(string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Durations.Parse(text, "--budget"));

        Assert.Equal($"--budget must be a length of time from 1 s to 365 days. Got '{text}'. Write a number and a unit: 90s, 5m, 1.5h.", fault.Message);
    }
}
