using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Modelwright.Cli.Output;

/// <summary>The one document that a call writes for a machine.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one object and a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fill">Writes the object's properties.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fill)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
        {
            writer.WriteStartObject();
            fill(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Flush();
    }
}
