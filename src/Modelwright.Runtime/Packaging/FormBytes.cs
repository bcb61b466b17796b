using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Packaging;

/// <summary>A form alone as bytes: the same bytes as the part 'form' of a package.</summary>
public static class FormBytes
{
    /// <summary>Writes a form; the same form gives the same bytes.</summary>
    /// <param name="form">The form.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Write(IForm form) => Written(form).ToArray();

    /// <summary>How many bytes a form is written in: the length of what <see cref="Write"/> gives, without giving it.</summary>
    /// <param name="form">The form.</param>
    /// <returns>Bytes.</returns>
    public static long Count(IForm form) => Written(form).TotalLength;

    /// <summary>Writes a form piece by piece: the bytes of <see cref="Write"/>, which for a large form are never one array.</summary>
    /// <param name="form">The form.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void CopyTo(IForm form, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Written(form).CopyTo(stream);
    }

    /// <summary>A form as a record that is not yet one array of bytes.</summary>
    internal static RecordWriter Written(IForm form)
    {
        var writer = new RecordWriter();
        FormCatalog.Write(writer, form);
        return writer;
    }

    /// <summary>Reads a form back.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    /// <param name="forms">The kinds of form that can be read.</param>
    /// <returns>The form, checked.</returns>
    /// <exception cref="ArtifactException">The bytes are damaged, hostile or newer.</exception>
    public static IForm Read(ReadOnlyMemory<byte> bytes, FormCatalog forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        return forms.Read(new RecordReader(bytes, "form"));
    }
}
