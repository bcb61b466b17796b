using Modelwright.Cli.Options;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class NameListTests
{
    [Fact]
    public void Parse_CommasAndRepeats_GivesAllNames() =>
        Assert.Equal(["a", "b c", "d"], NameList.Parse(["a, b c", "d"], "--ignore"));

    [Fact]
    public void Parse_EmptyName_SaysHowToWriteIt()
    {
        var fault = Assert.Throws<OptionsException>(() => NameList.Parse(["a,,b"], "--ignore"));

        Assert.Equal("--ignore holds an empty name. Got 'a,,b'. Write names with one comma between them: --ignore id,note.", fault.Message);
    }

    [Fact]
    public void ParsePairs_Empty_SaysHowToWritePairs()
    {
        var fault = Assert.Throws<OptionsException>(() => NameList.ParsePairs<ColumnType>([""], "--types"));

        Assert.Equal("--types holds an empty name. Got ''. Write names with one comma between them: --types age=number,note=category.", fault.Message);
    }

    [Fact]
    public void ParsePairs_NameWithEqualsSign_SplitsAtTheLast()
    {
        var types = NameList.ParsePairs<ColumnType>(["zip=category,a=b=text", "when=TIME"], "--types");

        Assert.Equal(ColumnType.Category, types["zip"]);
        Assert.Equal(ColumnType.Text, types["a=b"]);
        Assert.Equal(ColumnType.Time, types["when"]);
    }

    [Fact]
    public void ParsePairs_SeveralFaults_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => NameList.ParsePairs<ColumnType>(["age", "zip=categry", "a=text,a=number"], "--types"));

        Assert.Equal(
            """
            --types must be pairs COLUMN=TYPE. Got 'age'. Write them as --types age=number.
            --types gives column 'zip' the type 'categry', which is not known. Did you mean 'category'? There are: number, category, text, time.
            --types names column 'a' twice. Keep one of them.
            """.ReplaceLineEndings("\n"),
            fault.Message);
    }
}
