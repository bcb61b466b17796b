using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class PredictionRowTests
{
    private static readonly Dictionary<string, Func<Package>> All = new(StringComparer.Ordinal)
    {
        ["classes"] = ExampleModels.ClassPackage,
        ["numbers"] = ExampleModels.NumberPackage,
        ["decision and sets"] = ExampleModels.RuledPackage,
        ["interval"] = ExampleModels.IntervalPackage,
    };

    public static TheoryData<string> Packages => [.. All.Keys];

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

    [Theory]
    [MemberData(nameof(Packages))]
    public void Answer_NumbersAndCategories_AllocatesNothingOnceWarm(string name)
    {
        using var predictor = new Predictor(All[name]());
        var row = predictor.BeginRow();
        var sum = 0.0;
        long Ask(int times)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < times; time++)
            {
                row.SetNumber(0, time % 50);
                row.SetCategory(1, time % 3 == 0 ? "unseen" : time % 2 == 0 ? "basic" : null);
                row.SetNumber(2, time % 7 == 0 ? double.NaN : 30 + time);
                sum += row.Answer()[0] + row.LabelPosition + (row.Interval?.Lower ?? 0);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ask(100);

        Assert.Equal(0, Ask(1000));
        Assert.True(double.IsFinite(sum));
    }

    [Fact]
    public void Answer_ANumberBeyondAll_IsTheErrorOfAllOtherWays()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());
        var row = predictor.BeginRow();
        row.SetNumber(row.Find("Tenure"), double.PositiveInfinity);

        Assert.Equal("Column 'Tenure', row 1: 'Infinity' cannot be read as a number. Write it like 1234.5, or leave it empty where there is no value.", Assert.Throws<DataException>(() => row.Answer()).Message);
    }

    [Fact]
    public void Answer_OnceThePredictorIsEnded_IsRefused()
    {
        var predictor = new Predictor(ExampleModels.ClassPackage());
        var row = predictor.BeginRow();
        predictor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => row.Answer());
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
