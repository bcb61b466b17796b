using System.Runtime.InteropServices;

namespace Modelwright.LightGbm.Interop;

/// <summary>The one place where a status code of the native library becomes an exception.</summary>
internal static class NativeStatus
{
    /// <summary>Throws unless the call succeeded; called on the thread that made it, for the library keeps its last error a thread.</summary>
    internal static void Check(int status, string doing)
    {
        if (status != 0)
        {
            throw new InvalidOperationException(
                $"LightGBM failed while {doing}: {LastError()}. Use another learner for this data, and report this text as a fault of Modelwright.");
        }
    }

    private static unsafe string LastError() => Marshal.PtrToStringUTF8((nint)LightGbmApi.GetLastError())?.TrimEnd('.', '\n', ' ') ?? "no reason given";
}
