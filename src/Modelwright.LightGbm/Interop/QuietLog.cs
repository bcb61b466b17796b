using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.LightGbm.Interop;

/// <summary>Takes the native library's log away from standard output, which belongs to the host.</summary>
internal static unsafe class QuietLog
{
    /// <summary>Silences the calling thread; the library keeps its log settings a thread, so every fit asks again.</summary>
    internal static void Install() => NativeStatus.Check(LightGbmApi.RegisterLogCallback(&Discard), "silencing the log");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Discard(byte* text)
    {
        // What matters of a message comes back as a status code or is checked before the call.
    }
}
