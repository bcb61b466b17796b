using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Testing.Forms;

/// <summary>Stored and read back, a form is the same.</summary>
internal static class StorageChecks
{
    /// <summary>Memory and disk hold the same state in different layouts.</summary>
    private const int SizeFactor = 2;

    /// <summary>Forms up to this size may declare nothing.</summary>
    private const int SmallBytes = 16 << 10;

    internal static IEnumerable<ContractCheck> Of(FormSample sample, FormCatalog catalog)
    {
        var form = sample.Form;
        yield return ContractCheck.Of("Form", form.Info.Name, "SaveLoadSave_SameBytes", () =>
        {
            var bytes = FormBytes.Write(form);
            FormAnswers.Expect(bytes.AsSpan().SequenceEqual(FormBytes.Write(FormBytes.Read(bytes, catalog))), "expected the same bytes when read and written again, found others");
        });
        yield return ContractCheck.Of("Form", form.Info.Name, "SaveTwice_SameBytes", () =>
            FormAnswers.Expect(FormBytes.Write(form).AsSpan().SequenceEqual(FormBytes.Write(form)), "expected the same bytes when written twice, found others"));
        yield return ContractCheck.Of("Form", form.Info.Name, "Count_BytesThatAreWritten", () =>
            FormAnswers.Expect(FormBytes.Count(form) == FormBytes.Write(form).LongLength, $"expected {FormBytes.Write(form).LongLength} bytes to be counted, found {FormBytes.Count(form)}"));
        yield return ContractCheck.Of("Form", form.Info.Name, "Load_SameBits", () =>
        {
            var loaded = FormBytes.Read(FormBytes.Write(form), catalog);
            FormAnswers.Expect(FormAnswers.Width(loaded) == FormAnswers.Width(form), "expected the same number of classes when read back, found another");
            FormAnswers.ExpectSame(FormAnswers.Of(form, sample.Rows), FormAnswers.Of(loaded, sample.Rows), "read back");
        });
        yield return ContractCheck.Of("Form", form.Info.Name, "Info_Bytes_AsStored", () =>
        {
            var (stored, declared) = (FormBytes.Write(form).LongLength, form.Info.Bytes);
            FormAnswers.Expect(Math.Max(stored, declared) <= SmallBytes || (stored <= SizeFactor * declared && declared <= SizeFactor * stored), $"expected a declared size within a factor of {SizeFactor} of the {stored} bytes stored, found {declared}");
        });
        yield return ContractCheck.Of("Form", form.Info.Name, "Load_SameInputs", () =>
        {
            var loaded = FormBytes.Read(FormBytes.Write(form), catalog);
            FormAnswers.Expect(loaded.Info.Name == form.Info.Name && loaded.Info.Version == form.Info.Version, $"expected {form.Info.Name} {form.Info.Version} when read back, found {loaded.Info.Name} {loaded.Info.Version}");
            FormAnswers.Expect(loaded.Info.Inputs.Select(input => (input.Name, input.Type)).SequenceEqual(form.Info.Inputs.Select(input => (input.Name, input.Type))), "expected the same inputs when read back, found others");
        });
    }
}
