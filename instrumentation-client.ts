import { setLocaleSource } from '@/lib/core/locale/locale-source'
import { pageStyle } from '@/lib/core/locale/page-style'

// run by Next before React takes over the page: figures are written as the server wrote them
const style = pageStyle(document.documentElement.dataset.figures)
setLocaleSource(() => style)
