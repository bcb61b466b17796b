using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Onnx.Running;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Onnx.Tests;

/// <summary>Opening and asking graphs, and what is said where that fails.</summary>
public sealed class OnnxCheckTests
{
    private static readonly Formula Sum = Exported.Of(
        builder => builder.Of(FormulaOperation.Add, builder.X(), builder.Input(FormulaOperation.Category, "c")), Exported.Number(), Exported.Category("c", ["a", "b"]));

    [Fact]
    public void Open_BytesThatAreNoGraph_SaysSo()
    {
        var error = Assert.Throws<ArtifactException>(() => OnnxCheck.Open([1, 2, 3]));

        Assert.StartsWith("ONNX Runtime cannot run the graph (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Export the model again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_WithoutTheNativeLibrary_SaysWhatToDo()
    {
        var error = Assert.Throws<OptionsException>(() => NativeRuntime.Use<int>(() => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("Unable to load onnxruntime."))));

        Assert.Equal("ONNX Runtime's native library did not load on this machine (Unable to load onnxruntime). The package Microsoft.ML.OnnxRuntime brings it: publish the app again so that its folder runtimes comes along, or leave the check of the graph out.", error.Message);
    }

    [Fact]
    public void Answer_ColumnsAbsentOrOfAnotherType_SaysAll()
    {
        using var check = OnnxCheck.Open(Exported.Bytes(Sum));

        var error = Assert.Throws<DataException>(() => check.Answer(new([new NumberColumn("c", [1])]), TestContext.Current.CancellationToken));

        Assert.Equal(
            "Column 'x' was not found; the graph takes numbers. Give the rows as the package's schema has them.\n" +
            "Column 'c' is of type number; the graph takes texts. Give the rows as the package's schema has them.",
            error.Message);
    }

    [Fact]
    public void Answer_Cancelled_Ends()
    {
        using var check = OnnxCheck.Open(Exported.Bytes(Sum));
        var rows = new Table([new NumberColumn("x", [1]), new TextColumn("c", ["a"])]);

        Assert.Throws<OperationCanceledException>(() => check.Answer(rows, new(canceled: true)));
    }

    [Fact]
    public void Answer_FromSeveralThreads_IsTheSame()
    {
        using var check = OnnxCheck.Open(Exported.Bytes(Sum), threads: 2);
        var rows = new Table([new NumberColumn("x", [1, 2]), new TextColumn("c", ["a", "b"])]);
        var cancellation = TestContext.Current.CancellationToken;

        var answers = Enumerable.Range(0, 16).AsParallel().Select(_ => check.Answer(rows, cancellation).Outputs).ToList();

        Assert.All(answers, answer => Assert.Equal([1, 3], answer));
    }

    [Fact]
    public void Open_WithoutThreads_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => OnnxCheck.Open([], 0));

    [Fact]
    public void Between_LargestDifferencesAndChangedLabels()
    {
        var difference = OnnxDifference.Between(new([0.25, 0.75, 0.5, 0.5], ["b", "a"]), [0.25, 0.75, 0.4, 0.6], ["b", "b"]);

        Assert.Equal(new(2, 0.5 - 0.4, (0.5 - 0.4) / 0.5, 1), difference);
    }

    [Fact]
    public void Between_MissingNumbersOnBothSides_AreEqual_OnOneSideAreNot()
    {
        Assert.Equal(new(2, 0, 0, 0), OnnxDifference.Between(new([double.NaN, 0], []), [double.NaN, 0], []));
        Assert.Equal(new(1, double.NaN, double.NaN, 0), OnnxDifference.Between(new([double.NaN], []), [1], []));
        Assert.Equal(new(1, double.NaN, double.NaN, 0), OnnxDifference.Between(new([double.PositiveInfinity], []), [double.NaN], []));
    }

    [Fact]
    public void Between_AnswersOfOtherRows_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => OnnxDifference.Between(new([1, 2], []), [1], []));

        Assert.Equal("The graph answered 2 numbers and 0 classes, and 1 and 0 are expected. Ask both for the same rows. (Parameter 'expected')", error.Message);
    }
}
