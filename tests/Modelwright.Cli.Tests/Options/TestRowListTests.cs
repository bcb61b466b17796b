using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class TestRowListTests
{
    [Fact]
    public void Read_List_GivesItsNumbers()
    {
        using var folder = new TempFolder();

        Assert.Equal([3, 0, 17], TestRowList.Read(folder.Write("rows.json", "[3, 0, 17]")));
    }

    [Theory]
    [InlineData("{\"rows\": [1]}", "--test-rows: '{0}' must hold a JSON list of row numbers counted from 0, such as [0, 17, 230]. It holds an object.")]
    [InlineData("[1,\n2", "--test-rows: '{0}', line 2 is not JSON. Write a list of row numbers counted from 0, such as [0, 17, 230].")]
    [InlineData("[1, -2]", "--test-rows: '{0}', entry 2 is -2. Every entry must be a whole number of 0 or more.")]
    [InlineData("[1.5]", "--test-rows: '{0}', entry 1 is 1.5. Every entry must be a whole number of 0 or more.")]
    public void Read_SomethingElse_SaysWhere(string text, string expected)
    {
        using var folder = new TempFolder();
        var path = folder.Write("rows.json", text);

        var fault = Assert.Throws<OptionsException>(() => TestRowList.Read(path));

        Assert.Equal(expected.Replace("{0}", path, StringComparison.Ordinal), fault.Message);
    }

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        var fault = Assert.Throws<OptionsException>(() => TestRowList.Read("absent.json"));

        Assert.Equal("--test-rows: the file 'absent.json' was not found. Check the path.", fault.Message);
    }
}
