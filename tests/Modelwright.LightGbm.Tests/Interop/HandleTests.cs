using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Boosting;
using Modelwright.LightGbm.Interop;
using Modelwright.LightGbm.Tests.Data;

namespace Modelwright.LightGbm.Tests.Interop;

/// <summary>Native objects die when they should, and no call reads or writes past a span.</summary>
[Collection(CountedHandles.Name)]
public sealed class HandleTests
{
    [Fact]
    public void Push_WrongLengths_Refused()
    {
        Native.Need();
        using var dataset = Dataset(out _);
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Push(new double[3], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Push(new double[2], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Push(new double[4], 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Set("label", new float[99]));
    }

    [Fact]
    public void PredictValidation_ShortSpan_Refused()
    {
        Native.Need();
        using var dataset = Dataset(out var parameters);
        using var validation = dataset.CreateAlike(10);
        validation.Push(new double[20], 0);
        validation.Set("label", new float[10]);
        using var booster = BoosterHandle.Create(dataset, parameters + " objective=regression");
        booster.AddValidation(validation);
        Assert.Throws<ArgumentOutOfRangeException>(() => booster.PredictValidation(new double[9]));
        booster.PredictValidation(new double[10]);
    }

    [Fact]
    public void Check_NativeFault_CarriesTheLibrarysText()
    {
        Native.Need();
        QuietLog.Install();
        using var dataset = Dataset(out _);
        var fault = Assert.Throws<InvalidOperationException>(() => dataset.Set("no such field", new float[100]));
        Assert.Equal(
            "LightGBM failed while setting the field 'no such field': Input data type error or field not found. " +
            "Use another learner for this data, and report this text as a fault of Modelwright.",
            fault.Message);
    }

    [Fact]
    public void Dispose_Twice_IsFine()
    {
        Native.Need();
        var dataset = Dataset(out _);
        dataset.Dispose();
        dataset.Dispose();
        Assert.True(dataset.IsClosed);
    }

    [Fact]
    public void Fit_ManyTimes_LeavesNoNativeObjectBehind()
    {
        Native.Need();
        Collect();
        var before = LiveHandles.Count;
        Fits(200);
        Collect();
        Assert.Equal(before, LiveHandles.Count);
    }

    [Fact]
    public void Fit_OneTableAgain_KeepsOnlyItsBins()
    {
        Native.Need();
        Collect();
        var before = LiveHandles.Count;
        var data = Toys.Binary(300).With(100);
        for (var fit = 0; fit < 5; fit++)
        {
            LightGbmLearners.All[0].Fit(data, ParameterValues.Default.With("rounds", 3).With("max_bin", 100 + (fit / 3)), new() { Seed = fit });
        }

        Assert.Equal(before + 2, LiveHandles.Count);
        GC.KeepAlive(data.Features);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Fits(int count)
    {
        for (var fit = 0; fit < count; fit++)
        {
            using var source = new CancellationTokenSource();
            var context = new FitContext { Cancellation = source.Token, Progress = fit % 3 == 0 ? _ => source.Cancel() : null };
            try
            {
                LightGbmLearners.All[0].Fit(Toys.Binary(120, fit).With(40), ParameterValues.Default.With("rounds", 3), context);
            }
            catch (OperationCanceledException)
            {
                // A third of the fits is cancelled on purpose: those must free everything too.
            }
        }
    }

    private static void Collect()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static DatasetHandle Dataset(out string parameters)
    {
        const int Rows = 100;
        var random = new Random(1);
        var values = new double[Rows];
        for (var row = 0; row < Rows; row++)
        {
            values[row] = random.NextDouble();
        }

        Table table = new([new NumberColumn("a", values), new NumberColumn("b", [.. values.Reverse()])]);
        FormInput[] inputs = [new("a", ColumnType.Number, []), new("b", ColumnType.Number, [])];
        parameters = NativeSettings.ForBins(255, [], 1);
        var dataset = BinnedRows.Train(new(inputs, table, null), parameters, new());
        dataset.Set("label", new float[Rows]);
        return dataset;
    }
}
