using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Testing.Forms;

/// <summary>Stored and read back, a form is the same.</summary>
internal static class StorageChecks
{
    internal static IEnumerable<ContractCheck> Of(FormSample sample, FormCatalog catalog)
    {
        var form = sample.Form;
        yield return new(form.Info.Name, "SaveLoadSave_SameBytes", () =>
        {
            var bytes = FormBytes.Write(form);
            FormAnswers.Expect(form, bytes.AsSpan().SequenceEqual(FormBytes.Write(FormBytes.Read(bytes, catalog))), "read and written again it has other bytes");
        });
        yield return new(form.Info.Name, "SaveTwice_SameBytes", () =>
            FormAnswers.Expect(form, FormBytes.Write(form).AsSpan().SequenceEqual(FormBytes.Write(form)), "written twice it has different bytes"));
        yield return new(form.Info.Name, "Load_SameBits", () =>
        {
            var loaded = FormBytes.Read(FormBytes.Write(form), catalog);
            FormAnswers.Expect(form, FormAnswers.Width(loaded) == FormAnswers.Width(form), "read back it has other classes");
            FormAnswers.ExpectSame(form, FormAnswers.Of(form, sample.Rows), FormAnswers.Of(loaded, sample.Rows), "read back");
        });
        yield return new(form.Info.Name, "Load_SameInputs", () =>
        {
            var loaded = FormBytes.Read(FormBytes.Write(form), catalog);
            FormAnswers.Expect(form, loaded.Info.Name == form.Info.Name && loaded.Info.Version == form.Info.Version, "read back it has another name or version");
            FormAnswers.Expect(form, loaded.Info.Inputs.Select(input => (input.Name, input.Type)).SequenceEqual(form.Info.Inputs.Select(input => (input.Name, input.Type))), "read back it reads other columns");
        });
    }
}
