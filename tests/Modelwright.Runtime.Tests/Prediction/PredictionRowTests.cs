using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class PredictionRowTests
{
    [Fact]
    public void Answer_FilledByPosition_SameBitsAsByName()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());
        var since = new DateTime(2021, 5, 6);
        var row = predictor.BeginRow();
        foreach (var (tenure, plan, member) in new[] { (4.0, "basic", "True"), (30.5, "unseen", "false"), (double.NaN, null, null) })
        {
            row.SetNumber(row.Find("Tenure"), tenure);
            row.SetCategory(row.Find("Plan"), plan);
            row.SetTime(row.Find("Since"), since);
            row.SetText(row.Find("Note"), "late");
            row.SetCategory(row.Find("Member"), member);

            var expected = predictor.Predict(new { Tenure = tenure, Plan = plan, Age = (double?)null, Since = since, Note = "late", Member = member });

            Assert.Equal(expected.Probabilities.ToArray(), row.Answer().ToArray());
            Assert.Equal(expected.Label, predictor.Classes[row.LabelPosition]);
            Assert.Null(row.Interval);
        }
    }

    [Fact]
    public void Answer_Numbers_HasTheInterval()
    {
        using var predictor = new Predictor(ExampleModels.IntervalPackage());
        var row = predictor.BeginRow();
        row.SetNumber(row.Find("Age"), 40);

        var expected = predictor.Predict(new { Tenure = (int?)null, Plan = (string?)null, Age = 40, Since = (DateTime?)null, Note = (string?)null, Member = (bool?)null });

        Assert.Equal(expected.Value, Assert.Single(row.Answer().ToArray()));
        Assert.Equal(expected.Interval, row.Interval);
        Assert.Equal(-1, row.LabelPosition);
    }

    [Fact]
    public void Clear_MakesAllMissing()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());
        var row = predictor.BeginRow();
        var missing = row.Answer().ToArray();
        row.SetNumber(row.Find("Tenure"), 30);
        row.SetNumber(row.Find("Age"), 51);
        Assert.NotEqual(missing, row.Answer().ToArray());

        row.Clear();

        Assert.Equal(missing, row.Answer().ToArray());
    }

    [Fact]
    public void Find_NoSuchColumn_NamesTheNearest()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());

        var fault = Assert.Throws<OptionsException>(() => predictor.BeginRow().Find("tenures"));

        Assert.Equal("The model reads no column 'tenures'. Did you mean 'Tenure'? It reads: 'Tenure', 'Plan', 'Age', 'Since', 'Note', 'Member'. Check the spelling (case matters).", fault.Message);
    }

    [Fact]
    public void LabelPosition_BeforeAnyAnswer_IsRefused()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());

        Assert.Equal("The row was not asked yet. Call Answer first.", Assert.Throws<InvalidOperationException>(() => predictor.BeginRow().LabelPosition).Message);
    }
}
