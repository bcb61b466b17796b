using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Prediction.Streams;

/// <summary>The state of a stream as bytes, with the columns it is of.</summary>
internal static class StreamRecord
{
    private const int MostBytes = 512 << 20;

    internal static byte[] Write(IReadsInOrder form, IStreamState state)
    {
        var writer = new RecordWriter();
        writer.Texts("columns", Columns(form));
        state.Write(writer.Part("state"));
        return writer.ToArray();
    }

    /// <exception cref="ArtifactException">The bytes are damaged or hostile, or of a model of other columns.</exception>
    internal static IStreamState Read(IReadsInOrder form, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new ArtifactException(FormattableString.Invariant($"The state of a stream has {bytes.Length} bytes; {MostBytes} can be read. Give what StreamWatch.Save wrote."));
        }

        var reader = new RecordReader(bytes, "stream");
        var (columns, wanted) = (reader.Texts("columns"), Columns(form));
        return columns.SequenceEqual(wanted, StringComparer.Ordinal)
            ? form.Resume(reader.Part("state"))
            : throw new ArtifactException($"The state is of a stream of {Listed(columns)}; this model reads {Listed(wanted)}. Give a state of the same columns, or begin the stream again.");
    }

    private static string[] Columns(IReadsInOrder form) => [.. ((IForm)form).Info.Inputs.Select(input => input.Name).Where(name => name != form.SeriesName)];

    private static string Listed(IReadOnlyList<string> names)
    {
        const int Most = 10;
        var more = names.Count > Most ? $" and {names.Count - Most} more" : "";
        return names.Count == 0 ? "no columns" : string.Join(", ", names.Take(Most).Select(name => $"'{name}'")) + more;
    }
}
