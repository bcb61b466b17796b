namespace Modelwright.LightGbm.Tests.Data;

/// <summary>Skips a test by name where the native library does not load.</summary>
internal static class Native
{
    internal static void Need()
    {
        if (LightGbmLearners.All[0].Unavailable is { } fault)
        {
            Assert.Skip(fault);
        }
    }
}
