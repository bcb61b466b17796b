using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class LatenciesTests
{
    [Theory]
    [InlineData("50us", 50)]
    [InlineData("50 µs", 50)]
    [InlineData("2ms", 2000)]
    [InlineData("1.5 S", 1_500_000)]
    public void Parse_NumberAndUnit_IsThatLong(string text, double microseconds) =>
        Assert.Equal(microseconds, Latencies.Parse(text, "--max-latency").TotalMicroseconds);

    [Theory]
    [InlineData("50")]
    [InlineData("us")]
    [InlineData("0us")]
    [InlineData("0.5us")]
    [InlineData("-1ms")]
    [InlineData("2h")]
    [InlineData("9999s")]
    public void Parse_AnythingElse_SaysHowToWriteIt(string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Latencies.Parse(text, "--max-latency"));
        Assert.Equal($"--max-latency must be the time of one answer, from 1 us to 3600 s. Got '{text}'. Write a number and a unit: 50us, 2ms, 1s.", fault.Message);
    }
}
