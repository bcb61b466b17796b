using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Modelwright.Core.Errors;

namespace Modelwright.Onnx.Running;

/// <summary>Puts the outputs of a graph together, some rows after others. Not safe from several threads.</summary>
/// <param name="rows">All rows.</param>
internal sealed class AnswerReader(int rows)
{
    private double[] _outputs = [];
    private string[] _labels = [];

    /// <summary>Reads the answers to some rows; one that a graph without inputs gives stands for all of them.</summary>
    /// <exception cref="ArtifactException">The graph answers otherwise than an export does.</exception>
    internal void Read(IEnumerable<OrtValue> outputs, int start, int count)
    {
        foreach (var output in outputs)
        {
            var type = output.GetTensorTypeAndShape();
            var own = type.Shape.Length > 0 ? type.Shape[0] : 0;
            if ((own != count && own != 1) || type.ElementDataType is not (TensorElementType.String or TensorElementType.Double))
            {
                throw new ArtifactException($"The graph answers {own} values of type {type.ElementDataType} for {count} rows; an export answers one for each row, as texts or double-precision numbers. Check a graph that was exported from a package.");
            }

            if (type.ElementDataType == TensorElementType.String)
            {
                Fill(ref _labels, output.GetStringTensorAsArray(), own, (start, count));
            }
            else
            {
                Fill(ref _outputs, output.GetTensorDataAsSpan<double>(), own, (start, count));
            }
        }
    }

    /// <summary>The answers to all rows.</summary>
    internal OnnxAnswers Answers() => new(_outputs, _labels);

    private void Fill<T>(ref T[] all, ReadOnlySpan<T> own, long ownRows, (int Start, int Count) rowsOf)
    {
        var width = own.Length / (int)ownRows;
        if (all.Length == 0)
        {
            all = new T[(long)rows * width];
        }

        for (var row = 0; row < rowsOf.Count; row++)
        {
            own.Slice(ownRows == 1 ? 0 : row * width, width).CopyTo(all.AsSpan((rowsOf.Start + row) * width, width));
        }
    }
}
