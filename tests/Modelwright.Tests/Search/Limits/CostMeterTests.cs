using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Artifacts;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Packaging;
using Modelwright.Search.Limits;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Search.Limits;

public sealed class CostMeterTests
{
    private static readonly Table Rows = SmallTables.Classes(100);

    [Fact]
    public void Of_Form_SizeIsThatOfItsBytes()
    {
        var form = new ClassConstantForm(["no", "yes"], [0.5, 0.5]);
        var cost = new CostMeter(Rows, TimeProvider.System).Of(form);
        Assert.Equal(FormBytes.Write(form).Length, cost.Bytes);
        Assert.Equal(new FormParts(1, "answers"), cost.Parts);
    }

    /// <summary>The first answers of each are slow, as of code that was never run; one in ten is slow later too.</summary>
    [Fact]
    public void Of_SlowStartAndHiccups_IsTheMedianAfterTheWarmUp()
    {
        var clock = new StepClock();
        var form = new TimedForm(clock, asked => asked <= 41 ? 100 : asked % 10 == 0 ? 500 : 7);
        Assert.Equal(7e-6, new CostMeter(Rows, clock).Of(form).Seconds, 12);
        Assert.Equal(82, form.Asked);
    }

    [Fact]
    public void Of_SlowForm_EndsSoon()
    {
        var clock = new StepClock();
        var form = new TimedForm(clock, _ => 50_000);
        Assert.Equal(0.05, new CostMeter(Rows, clock).Of(form, rounds: 5).Seconds, 9);
        Assert.InRange(form.Asked, 3, 10);
    }

    private sealed class StepClock : TimeProvider
    {
        public long Microseconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => Microseconds;
    }

    private sealed class TimedForm(StepClock clock, Func<int, int> takes) : IForm, IPredictsNumbers
    {
        public int Asked { get; private set; }

        public FormInfo Info { get; } = new("timed", 1, []);

        public void Predict(Table rows, Span<double> output)
        {
            Assert.Equal(1, rows.RowCount);
            Asked++;
            clock.Microseconds += takes(Asked);
        }

        public void Write(IArtifactWriter writer) => writer.Integer("nothing", 0);
    }
}
