using Microsoft.ML.OnnxRuntime;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Onnx.Running;

namespace Modelwright.Onnx;

/// <summary>
/// An exported graph, opened with ONNX Runtime so that its answers can be held beside those of the package. Safe from several threads until it is disposed of.
/// </summary>
/// <remarks>For graphs of one's own making: the reader of ONNX Runtime is native code, and no guard against hostile files stands before it.</remarks>
public sealed class OnnxCheck : IDisposable
{
    /// <summary>Rows that go through the graph at one time: values between its nodes have as many.</summary>
    private const int RowsAtOnce = 1024;

    private readonly InferenceSession _session;
    private readonly string[] _outputs;

    private OnnxCheck(InferenceSession session)
    {
        _session = session;
        Inputs = [.. session.InputMetadata.Keys];
        _outputs = [.. session.OutputMetadata.Keys];
        Metadata = session.ModelMetadata.CustomMetadataMap;
    }

    /// <summary>The columns that the graph asks for.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>What the graph says of its model, by key.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a graph.</summary>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="threads">How many threads a call may use, 1 or more.</param>
    /// <returns>The opened graph, to be disposed of.</returns>
    /// <exception cref="OptionsException">ONNX Runtime's native library does not load on this machine.</exception>
    /// <exception cref="ArtifactException">The bytes are no graph that ONNX Runtime can run.</exception>
    public static OnnxCheck Open(byte[] model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return NativeRuntime.Use(() =>
        {
            NativeRuntime.BeQuiet();
            using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            return new OnnxCheck(new InferenceSession(model, options));
        });
    }

    /// <summary>Answers rows.</summary>
    /// <param name="rows">A column by name for each of <see cref="Inputs"/>: numbers where the graph takes numbers; categories or texts where it takes texts.</param>
    /// <param name="cancellation">Asks to end; looked at every 1,024 rows.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">A column is absent or of another type; the text lists all.</exception>
    /// <exception cref="ArtifactException">ONNX Runtime failed, or the graph answers otherwise than an export does.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public OnnxAnswers Answer(Table rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = InputColumn.All(_session.InputMetadata, rows);
        var answers = new AnswerReader(rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(RowsAtOnce, rows.RowCount - start);
            NativeRuntime.Use(() => Run(columns, start, count, answers));
        }

        return answers.Answers();
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private bool Run(IReadOnlyList<InputColumn> columns, int start, int count, AnswerReader answers)
    {
        var values = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            foreach (var column in columns)
            {
                values.Add(column.Name, column.Value(start, count));
            }

            using var options = new RunOptions();
            using var outputs = _session.Run(options, values, _outputs);
            answers.Read(outputs, start, count);
            return true;
        }
        finally
        {
            foreach (var value in values.Values)
            {
                value.Dispose();
            }
        }
    }
}
