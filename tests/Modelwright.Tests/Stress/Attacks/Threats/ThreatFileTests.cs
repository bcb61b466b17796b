using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Tests.Stress.Attacks.Threats;

public sealed class ThreatFileTests : IDisposable
{
    private const string Form = """Write {"format": 1, "budget": 1, "columns": [{"name": "age", "direction": "up", "cost": 0.1}]}; --write-threat FILE writes a draft.""";

    private static readonly Schema Schema = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = ["basic", "pro"] },
        new("since", ColumnType.Time),
        new("churned", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] },
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("threats").FullName;

    private string FilePath => Path.Combine(_folder, "threat.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Threat Read(string text)
    {
        File.WriteAllText(FilePath, text);
        return ThreatFile.Read(FilePath, Schema);
    }

    private string Refusal(string text) => Assert.Throws<OptionsException>(() => Read(text)).Message.Replace(FilePath, "FILE", StringComparison.Ordinal);

    private static string Said(params string[] faults) => string.Join('\n', faults.Select(fault => $"--threat: 'FILE': {fault} {Form}"));

    [Fact]
    public void WriteThenRead_TheSameThreat()
    {
        Threat threat = new(
        [
            new() { Name = "age", Direction = ThreatDirection.Up, Minimum = 18, Maximum = 90.5, Step = 1, Cost = 0.1 },
            new() { Name = "plan", Levels = ["pro"], Cost = 2 },
            new() { Name = "income", Mutable = false },
        ])
        { Budget = 2.5, Rules = [new("age") { AtMost = "income" }] };

        ThreatFile.Write(FilePath, threat);
        var text = File.ReadAllText(FilePath);
        ThreatFile.Write(FilePath, ThreatFile.Read(FilePath, Schema));

        Assert.Equal(text, File.ReadAllText(FilePath));
        Assert.Contains("\"direction\": \"up\"", text, StringComparison.Ordinal);
        Assert.Contains("\"at_most\": \"income\"", text, StringComparison.Ordinal);
        Assert.False(File.Exists(FilePath + ".partial"));
    }

    [Fact]
    public void Read_LittleIsSaid_TheRestIsUsual()
    {
        var threat = Read("""{"columns": [{"name": "age"}]}""");

        Assert.Equal(1, threat.Budget);
        Assert.Empty(threat.Rules);
        Assert.Equivalent(new ThreatColumn { Name = "age" }, threat.Columns.Single());
    }

    [Fact]
    public void Read_Absent_SaysWhatToDo() =>
        Assert.Equal($"--threat: the file '{FilePath}' was not found. Check the path.", Assert.Throws<OptionsException>(() => ThreatFile.Read(FilePath, Schema)).Message);

    [Fact]
    public void Read_TooLarge_IsNotRead()
    {
        using (var file = File.Create(FilePath))
        {
            file.SetLength((1 << 24) + 1);
        }

        Assert.Equal($"--threat: '{FilePath}' has more than 16777216 bytes, too many for a threat. {Form}", Assert.Throws<OptionsException>(() => ThreatFile.Read(FilePath, Schema)).Message);
    }

    [Theory]
    [InlineData("{", "Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.")]
    [InlineData("""{"columns": [], "budgte": 1}""", "'budgte' is no part of a threat.")]
    [InlineData("""{"columns": [{"name": "age", "direction": "sideways"}]}""", "'columns[0].direction' holds a value that cannot stand there.")]
    [InlineData("""{"columns": [null]}""", "the document holds null.")]
    [InlineData("""{}""", "the document holds null.")]
    [InlineData("""{"columns": [{"mutable": true}]}""", "'columns[0]' lacks 'name'.")]
    public void Read_NoThreat_SaysWhere(string text, string what) => Assert.Equal($"--threat: 'FILE', line 1: this is not a threat: {what} {Form}", Refusal(text));

    [Fact]
    public void Read_UnknownColumns_SuggestTheNearest() => Assert.Equal(
        Said("the model has no feature 'agee'. Did you mean 'age'?", "the model has no feature 'churned'.", "the model has no feature 'incom'. Did you mean 'income'?"),
        Refusal("""{"columns": [{"name": "agee"}, {"name": "churned"}], "rules": [{"column": "age", "at_most": "incom"}]}"""));

    [Fact]
    public void Read_ManyFaults_AllAreSaid() => Assert.Equal(
        Said(
            "threat format 2 is not known; this release reads format 1.",
            "the budget is -1, where a finite number of 0 or more is read.",
            "column 'age' is named twice. Keep one of the two.",
            "a change of 'age' costs 0, where a finite number above 0 is read.",
            "no value of 'age' is from 9 to 3.",
            "the step of 'age' is -1, where a finite number above 0 is read.",
            "'plan' is no number and no time, so minimum, maximum, step and direction mean nothing for it. Leave them out.",
            "'plan' has no level 'prp'. Did you mean 'pro'?",
            "'income' is no category, so levels mean nothing for it. Leave them out.",
            "the rule for 'age' sets neither at_most nor at_least. Set one.",
            "the rule for 'income' sets both at_most and at_least. Set one.",
            "the rule for 'age' compares what is not two numbers or two times."),
        Refusal("""
        {"format": 2, "budget": -1, "columns": [
          {"name": "age", "cost": 0, "minimum": 9, "maximum": 3, "step": -1}, {"name": "age"},
          {"name": "plan", "direction": "up", "levels": ["prp"]}, {"name": "income", "levels": ["a"]}],
         "rules": [{"column": "age"}, {"column": "income", "at_most": "age", "at_least": "age"}, {"column": "age", "at_most": "since"}]}
        """));

    [Fact]
    public void Write_NoFolder_SaysWhatToDo() => Assert.Equal(
        $"--write-threat: the folder '{Path.Combine(_folder, "none")}' does not exist. Make it, or choose another path.",
        Assert.Throws<OptionsException>(() => ThreatFile.Write(Path.Combine(_folder, "none", "threat.json"), new([]))).Message);
}
