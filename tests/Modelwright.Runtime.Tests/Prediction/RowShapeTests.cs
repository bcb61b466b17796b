using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Prediction;

/// <summary>How the names and values of a row are found, whatever it is held in.</summary>
public sealed class RowShapeTests
{
    private class Older
    {
        public object Age => "older";
    }

    private sealed class Newer : Older
    {
        public new int Age => 3;

        public int Income => 10;

        public int this[int place] => place;
    }

    private readonly record struct Pair(int Age, int Income);

    [Fact]
    public void Predict_RowsOfManyShapes_SameAnswer()
    {
        using var predictor = Model();

        Assert.Equal(43, predictor.Predict(new { Age = 3, Income = 10, Extra = "x" }).Value);
        Assert.Equal(43, predictor.Predict(new Pair(3, 10)).Value);
        Assert.Equal(43, predictor.Predict(new Newer()).Value);
        Assert.Equal(43, predictor.Predict(new Dictionary<string, object?> { ["AGE"] = 3, ["income"] = 10 }).Value);
        Assert.Equal(43, predictor.Predict(new SortedDictionary<string, string> { ["age"] = "3", ["income"] = "10" }).Value);
        Assert.Equal(43, predictor.PredictJson("""{"age": 3, "Income": 1e1}""").Value);
        dynamic row = new System.Dynamic.ExpandoObject();
        row.age = 3;
        row.income = 10;
        Assert.Equal(43, predictor.Predict((System.Dynamic.ExpandoObject)row).Value);
    }

    [Fact]
    public void Predict_MissingProperty_NamesAllAndTheNearest()
    {
        using var predictor = Model();

        Assert.Equal(
            """
            Column 'age' was not found, and the model needs it. Did you mean 'Agee'?
            Column 'income' was not found, and the model needs it.
            The rows have: 'Agee'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).
            """,
            Assert.Throws<DataException>(() => predictor.Predict(new { Agee = 3 })).Message);
    }

    [Fact]
    public void PredictAll_Dictionaries_EachRowByItsNames()
    {
        using var predictor = Model();

        var answers = predictor.PredictAll<Dictionary<string, object?>>([new() { ["age"] = 3, ["income"] = 10 }, new() { ["income"] = 20, ["age"] = null }]);

        Assert.Equal([43, 80], answers.Outputs);
    }

    [Fact]
    public void PredictAll_DictionaryWithoutAName_SaysWhichRow()
    {
        using var predictor = Model();

        Assert.Equal(
            "Column 'age', row 2: no value is given, where other rows have one. Give null where there is no value.",
            Assert.Throws<DataException>(() => predictor.PredictAll<Dictionary<string, object?>>([new() { ["age"] = 3, ["income"] = 10 }, new() { ["income"] = 20 }])).Message);
    }

    [Fact]
    public void PredictAll_NullRow_SaysWhich()
    {
        using var predictor = Model();

        Assert.Equal("Row 2 is null. Leave such rows out.", Assert.Throws<DataException>(() => predictor.PredictAll<Newer>([new(), null!])).Message);
    }

    [Fact]
    public void PredictAll_NoRows_IsEmpty()
    {
        using var predictor = Model();

        Assert.Equal(0, predictor.PredictAll<Pair>([]).RowCount);
    }

    [Fact]
    public void Predict_TypeWithoutProperties_SaysWhatToGive()
    {
        using var predictor = Model();

        Assert.Equal(
            "Type 'Object' has no public property that could stand for a column. Give the row as its own type (a record, a class, an anonymous type), as a dictionary or as JSON.",
            Assert.Throws<DataException>(() => predictor.Predict((object)new Pair(3, 10))).Message);
        Assert.StartsWith("Type 'String' has no public property", Assert.Throws<DataException>(() => predictor.Predict("3")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"age": "\ud800", "Income": 3}""", "Column 'age': a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    [InlineData("""{"age": 1, "Income": 3, "\udc00": 2}""", "A name of the row holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    public void PredictJson_HalfACharacter_SaysSo(string json, string expected)
    {
        using var predictor = Model();

        Assert.Equal(expected, Assert.Throws<DataException>(() => predictor.PredictJson(json)).Message);
    }

    [Fact]
    public void PredictJson_ColumnGivenTwiceOrInTwoSpellings_SaysAll()
    {
        using var predictor = Model();

        Assert.Equal(
            """
            Column 'age' is given 2 times. Give it once.
            Column 'income' could be 'Income' or 'INCOME'. Give it once, as 'income'.
            """,
            Assert.Throws<DataException>(() => predictor.PredictJson("""{"age": 1, "age": 2, "Income": 3, "INCOME": 4}""")).Message);
        Assert.Equal(43, predictor.PredictJson("""{"age": 3, "Age": 99, "income": 10, "x": 1, "x": 2}""").Value);
    }

    [Fact]
    public void Predict_ThousandsOfColumnsOfOtherNames_IsToldQuickly()
    {
        ColumnSpec[] specs = [.. Enumerable.Range(0, 3000).Select(place => new ColumnSpec(FormattableString.Invariant($"column_{place:D5}"), ColumnType.Number))];
        var form = new NumberLinearForm(new([.. specs.Select(spec => new FormInput(spec.Name, spec.Type, []))], new double[specs.Length], [0]));
        using var predictor = new Predictor(new Package(new(LearningTask.Regression, new(specs), form)));
        var row = specs.ToDictionary(spec => spec.Name.Replace('c', 'k'), _ => (object?)1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<DataException>(() => predictor.Predict(row));

        Assert.Equal(3001, error.Message.Split('\n').Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 << 20);
    }

    /// <summary>age + 4 x income.</summary>
    private static Predictor Model() => new(new Package(new(
        LearningTask.Regression,
        new([new("age", ColumnType.Number), new("income", ColumnType.Number)]),
        new NumberLinearForm(new([new("age", ColumnType.Number, []), new("income", ColumnType.Number, [])], [1, 4], [0])))));
}
