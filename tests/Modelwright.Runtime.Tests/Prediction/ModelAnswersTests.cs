using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class ModelAnswersTests
{
    private const int Rows = 10_000;

    private static Table Table()
    {
        var random = new Random(5);
        var (tenure, age, plan) = (new double[Rows], new double[Rows], new int[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            (tenure[row], age[row], plan[row]) = (random.Next(30), random.Next(10) == 0 ? double.NaN : random.Next(90), random.Next(-1, 3));
        }

        return new([new NumberColumn("Tenure", tenure), new CategoryColumn("Plan", ExampleModels.Plans, plan), new NumberColumn("Age", age)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_ManyRowsInParts_TheBitsOfAllAtOnce(int threads)
    {
        var rows = Table();
        var form = ExampleModels.Classes().Form;
        var expected = new double[Rows * 2];
        ((IPredictsClasses)form).PredictProbabilities(rows, expected);
        Assert.Equal(expected, ModelAnswers.Of(form, rows, threads, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ModelAnswers.Of(ExampleModels.Numbers().Form, Table(), threads: 2, stop.Token));
        Assert.Throws<OperationCanceledException>(() => ModelAnswers.Of(ExampleModels.Numbers().Form, Table().Take([1]), threads: 1, stop.Token));
    }

    [Fact]
    public void Of_FormThatFails_SaysItsOwnWords()
    {
        var fault = Assert.Throws<DataException>(() => ModelAnswers.Of(new FailingForm(), Table(), threads: 2, TestContext.Current.CancellationToken));
        Assert.Equal("Column 'Tenure' is odd. Mend it.", fault.Message);
    }

    private sealed class FailingForm : IForm, IPredictsNumbers
    {
        public FormInfo Info => throw new NotSupportedException();

        public void Write(IArtifactWriter writer) => throw new NotSupportedException();

        public void Predict(Table rows, Span<double> output) => throw new DataException("Column 'Tenure' is odd. Mend it.");
    }
}
