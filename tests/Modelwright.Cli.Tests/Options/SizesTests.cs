using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class SizesTests
{
    [Theory]
    [InlineData("700MB", 700_000_000)]
    [InlineData("2GB", 2_000_000_000)]
    [InlineData("1.5 gb", 1_500_000_000)]
    [InlineData("1GiB", 1_073_741_824)]
    [InlineData("512m", 512_000_000)]
    public void Parse_NumberAndUnit_IsThatMuch(string text, long bytes) => Assert.Equal(bytes, Sizes.Parse(text, "--memory"));

    [Theory]
    [InlineData("1KB", 1000)]
    [InlineData("1.5MiB", 1_572_864)]
    public void ParseFile_NumberAndUnit_IsThatMuch(string text, long bytes) => Assert.Equal(bytes, Sizes.ParseFile(text, "--max-size"));

    [Theory]
    [InlineData("500")]
    [InlineData("0.5KB")]
    [InlineData("MB")]
    public void ParseFile_AnythingElse_SaysHowToWriteIt(string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Sizes.ParseFile(text, "--max-size"));
        Assert.Equal($"--max-size must be the size of a file from 1 KB to 1000 TB. Got '{text}'. Write a number and a unit: 50KB, 1MB, 1.5MiB.", fault.Message);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("10KB")]
    [InlineData("33MB")]
    [InlineData("-1GB")]
    [InlineData("GB")]
    [InlineData("2 gigs")]
    public void Parse_AnythingElse_SaysHowToWriteIt(string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Sizes.Parse(text, "--memory"));

        Assert.Equal($"--memory must be an amount of memory from 32 MiB to 1000 TB. Got '{text}'. Write a number and a unit: 700MB, 2GB, 1.5GiB.", fault.Message);
    }

    [Theory]
    [InlineData(999, "999 bytes")]
    [InlineData(12_345, "12.3 KB")]
    [InlineData(700_000_000, "700 MB")]
    [InlineData(1_540_000_000, "1.5 GB")]
    public void Format_Bytes_ReadsWell(long bytes, string text) => Assert.Equal(text, Sizes.Format(bytes));
}
